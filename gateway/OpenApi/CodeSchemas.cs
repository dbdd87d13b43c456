using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using ResultsGrid.Gateway.Problems;

namespace ResultsGrid.Gateway;

/// <summary>Describes as text what is written as text: codes and numbers that parse themselves, and enumerations by name.</summary>
public sealed class CodeSchemas : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(context);
        var written = context.JsonTypeInfo.Type;
        var named = Nullable.GetUnderlyingType(written) ?? written;
        if (named.IsEnum || IsCode(named)) schema.Type = named == written ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
        if (named.IsEnum) schema.Enum = [.. ClosedSetConverter.NamesOf(named).Select(name => JsonValue.Create(name))];
        return Task.CompletedTask;
    }

    private static bool IsCode(Type type) => type.Namespace?.StartsWith(nameof(ResultsGrid), StringComparison.Ordinal) == true
        && type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IParsable<>));
}
