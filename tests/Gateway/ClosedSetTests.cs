using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Options;
using ResultsGrid.Gateway;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Tests.Gateway;

/// <summary>A closed set takes one exact name: several were read as flags and became a third.</summary>
public sealed class ClosedSetTests(PublishedGateway published) : IClassFixture<PublishedGateway>
{
    private JsonSerializerOptions Json => published.Gateway.Services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;

    public static TheoryData<Type> Sets { get; } =
    [
        .. typeof(GatewayRoutes).Assembly.GetReferencedAssemblies().Where(one => one.Name!.StartsWith(nameof(ResultsGrid), StringComparison.Ordinal))
            .Select(System.Reflection.Assembly.Load).Append(typeof(Role).Assembly).Distinct().SelectMany(one => one.GetExportedTypes()).Where(type => type.IsEnum),
    ];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Each_name_is_read_and_nothing_that_only_resembles_one(Type set)
    {
        ArgumentNullException.ThrowIfNull(set);
        var names = Enum.GetNames(set).Select(JsonNamingPolicy.CamelCase.ConvertName).ToList();
        Assert.All(names, name => Assert.Equal($"\"{name}\"", JsonSerializer.Serialize(Read(set, $"\"{name}\""), set, Json)));
        List<string> refused = ["\"\"", "\" \"", "\"nobody\"", "\"0\"", "\"1\"", "0", "1", "-1", "1.0", "true", "[]", $"\"{names[0]},{names[^1]}\"", $"\"{names[^1]}, {names[0]}\"", $"\"{names[0]},\""];
        refused.AddRange(names.SelectMany(name => new[] { $"\"{name.ToUpperInvariant()}\"", $"\" {name}\"", $"\"{name} \"", $"\"{name},{name}\"" }));
        Assert.All(refused, text => Assert.Throws<JsonException>(() => Read(set, text)));
    }

    /// <summary>The framework reads those of a query or a path as flags, and numbers too.</summary>
    [Fact]
    public void No_route_takes_a_closed_set_from_its_query_or_path()
    {
        var parameters = published.Gateway.Services.GetRequiredService<IApiDescriptionGroupCollectionProvider>().ApiDescriptionGroups.Items
            .SelectMany(group => group.Items).SelectMany(route => route.ParameterDescriptions).Where(parameter => parameter.Source != BindingSource.Body).ToList();
        Assert.NotEmpty(parameters);
        Assert.DoesNotContain(parameters, parameter => (Nullable.GetUnderlyingType(parameter.Type) ?? parameter.Type).IsEnum);
    }

    [Fact]
    public async Task The_OpenAPI_document_names_the_members_of_a_set()
    {
        var document = await published.Officer.Json("/openapi/v1.json");
        var role = document.GetProperty("components").GetProperty("schemas").GetProperty("Role");
        Assert.Equal(Enum.GetNames<Role>().Select(JsonNamingPolicy.CamelCase.ConvertName), role.GetProperty("enum").EnumerateArray().Select(name => name.GetString()));
    }

    private object? Read(Type set, string json) => JsonSerializer.Deserialize(json, set, Json);
}
