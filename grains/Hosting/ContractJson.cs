using System.Text.Json;
using System.Text.Json.Serialization;

namespace ResultsGrid.Grains.Hosting;

/// <summary>The one JSON form of contracts and grain state, in both hosts.</summary>
public static class ContractJson
{
    /// <summary>Camel-case names, enumerations by name, unknown members refused so that a rename can't lose data silently.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            AllowOutOfOrderMetadataProperties = true,
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
