using System.Text.Json;

namespace ResultsGrid.Tests.Gateway;

/// <summary>That the OpenAPI document tells the truth about the routes.</summary>
public class OpenApiTests(PublishedGateway published) : IClassFixture<PublishedGateway>
{
    private static readonly string[] Anonymous = ["get /health/live", "get /health/ready", "post /api/v1/session", "get /api/v1/series/{series}/assessments"];
    private static readonly string[] Composed = ["$ref", "oneOf", "anyOf", "allOf"];

    [Fact]
    public async Task Every_mapped_route_is_described()
    {
        var described = (await Operations()).Select(one => one.Name.Split(' ')[1]).ToHashSet();
        var mapped = Routes.Below(published.Gateway, "/api/").Concat(Routes.Below(published.Gateway, "/health/")).Select(route => route.TrimEnd('/')).ToList();
        Assert.NotEmpty(mapped);
        Assert.Empty(mapped.Except(described));
    }

    [Fact]
    public async Task Every_operation_asks_for_a_token_but_the_few_for_everyone()
        => Assert.Equal(Anonymous.Order(), (await Operations()).Where(one => !one.Operation.TryGetProperty("security", out _)).Select(one => one.Name).Order());

    [Fact]
    public async Task Security_names_a_scheme_that_is_described()
    {
        var document = await Document();
        var schemes = document.GetProperty("components").GetProperty("securitySchemes");
        foreach (var (name, operation) in Operations(document))
        {
            if (!operation.TryGetProperty("security", out var security)) continue;
            Assert.True(schemes.TryGetProperty(Assert.Single(security[0].EnumerateObject()).Name, out _), name);
        }
    }

    [Fact]
    public async Task Every_operation_tells_how_it_refuses()
    {
        foreach (var (name, operation) in await Operations())
        {
            var refusal = operation.GetProperty("responses").GetProperty("default").GetProperty("content").GetProperty("application/problem+json");
            Assert.True(refusal.GetProperty("schema").GetProperty("$ref").GetString() == "#/components/schemas/Problem", name);
        }
    }

    [Fact]
    public async Task A_document_is_described_with_ranges_and_preconditions()
    {
        var responses = (await Operations()).Single(one => one.Name.StartsWith("get ", StringComparison.Ordinal) && one.Name.EndsWith("/documents/{id}", StringComparison.Ordinal)).Operation.GetProperty("responses");
        foreach (var status in new[] { "200", "206", "304", "401", "403", "404", "410", "412", "416", "503" }) Assert.True(responses.TryGetProperty(status, out _), status);
        Assert.True(responses.GetProperty("200").GetProperty("content").TryGetProperty("text/csv", out _));
    }

    [Fact]
    public async Task Every_value_has_one_type()
    {
        var document = await Document();
        List<string> faults = [];
        Look(document, "#", faults);
        Assert.Empty(faults);
    }

    [Fact]
    public async Task Query_parameters_are_named_as_they_are_written()
    {
        var names = (await Operations()).Where(one => one.Operation.TryGetProperty("parameters", out _))
            .SelectMany(one => one.Operation.GetProperty("parameters").EnumerateArray()).Select(parameter => parameter.GetProperty("name").GetString()!).ToList();
        Assert.Contains("pageSize", names);
        Assert.All(names, name => Assert.True(char.IsLower(name[0]), name));
    }

    /// <summary>Every schema: those of components, of members, of items and of whatever stands below "schema".</summary>
    private static void Look(JsonElement element, string place, List<string> faults)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var one in element.EnumerateArray()) Look(one, $"{place}[]", faults);
        }

        if (element.ValueKind != JsonValueKind.Object) return;
        foreach (var member in element.EnumerateObject())
        {
            var below = $"{place}/{member.Name}";
            if (member.Name is "schema" or "items" or "additionalProperties") Judge(member.Value, below, faults);
            if (member.Name is "properties" or "schemas")
            {
                foreach (var schema in member.Value.EnumerateObject()) Judge(schema.Value, $"{below}/{schema.Name}", faults);
            }

            Look(member.Value, below, faults);
        }
    }

    private static void Judge(JsonElement schema, string place, List<string> faults)
    {
        if (schema.ValueKind != JsonValueKind.Object || Composed.Any(name => schema.TryGetProperty(name, out _))) return;
        if (!schema.TryGetProperty("type", out var type)) faults.Add($"{place}: no type");
        else if (type.ValueKind == JsonValueKind.Array && type.EnumerateArray().Count(one => one.GetString() != "null") != 1) faults.Add($"{place}: {type}");
    }

    private static IEnumerable<(string Name, JsonElement Operation)> Operations(JsonElement document)
        => document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()
            .Where(operation => operation.Value.TryGetProperty("responses", out _))
            .Select(operation => ($"{operation.Name} {path.Name.TrimEnd('/')}", operation.Value)));

    private async Task<List<(string Name, JsonElement Operation)>> Operations() => [.. Operations(await Document())];

    private async Task<JsonElement> Document() => await published.Officer.Json("/openapi/v1.json");
}
