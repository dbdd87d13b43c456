using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using ResultsGrid.Gateway.Callers;

namespace ResultsGrid.Gateway;

/// <summary>Says of each operation whom it lets in and which problems it answers with.</summary>
public sealed class Refusing : IOpenApiOperationTransformer
{
    public const string Problem = "Problem";
    private const string MediaType = "application/problem+json";

    public static OpenApiSchema ProblemSchema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "RFC 9457. Members beside these are named by the type's meaning.",
        Required = new HashSet<string> { "type", "title", "status", "detail" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uri-reference" },
            ["title"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
            ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String },
        },
    };

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(context);
        var secured = !context.Description.ActionDescriptor.EndpointMetadata.OfType<IAllowAnonymous>().Any();
        if (secured) operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(CallerAuthentication.SchemeName, context.Document)] = [] }];

        operation.Responses ??= [];
        foreach (var status in Refusals(operation, secured)) operation.Responses.TryAdd(status, new OpenApiResponse { Description = Describe(status) });
        foreach (var (status, response) in operation.Responses)
        {
            if (response is not OpenApiResponse { Content: null or { Count: 0 } } bare || !IsRefusal(status)) continue;
            bare.Content = new Dictionary<string, OpenApiMediaType>
            {
                [MediaType] = new() { Schema = new OpenApiSchemaReference(Problem, context.Document) },
            };
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<string> Refusals(OpenApiOperation operation, bool secured)
    {
        yield return "default";
        yield return Text(StatusCodes.Status503ServiceUnavailable);
        var parameters = operation.Parameters ?? [];
        if (secured) yield return Text(StatusCodes.Status401Unauthorized);
        if (secured) yield return Text(StatusCodes.Status403Forbidden);
        if (parameters.Any(parameter => parameter.In == ParameterLocation.Path)) yield return Text(StatusCodes.Status404NotFound);
        if (operation.RequestBody is not null || parameters.Any(parameter => parameter.In == ParameterLocation.Query))
            yield return Text(StatusCodes.Status422UnprocessableEntity);
    }

    private static bool IsRefusal(string status) => !int.TryParse(status, CultureInfo.InvariantCulture, out var code) || code >= StatusCodes.Status400BadRequest;

    private static string Describe(string status)
        => int.TryParse(status, CultureInfo.InvariantCulture, out var code) ? Problems.ProblemTypes.Of(code).Title : "Any other refusal";

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
