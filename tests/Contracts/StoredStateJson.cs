using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Series;

namespace ResultsGrid.Tests.Contracts;

/// <summary>States as a later version may have stored them: each record, however deep, with a member that this version doesn't know.</summary>
internal static class StoredStateJson
{
    private const string Later = "aMemberOfALaterVersion";

    private static readonly Assembly[] Ours = [typeof(ISeriesGrain).Assembly, typeof(CentreNumber).Assembly, typeof(SeriesCode).Assembly];

    /// <summary>Every state that a grain keeps, by the name in its store.</summary>
    public static IReadOnlyDictionary<string, Type> States { get; } = typeof(ISeriesGrain).Assembly.GetTypes()
        .Where(type => typeof(Grain).IsAssignableFrom(type))
        .SelectMany(grain => grain.GetConstructors().Single().GetParameters())
        .Where(parameter => parameter.ParameterType.IsGenericType && parameter.ParameterType.GetGenericTypeDefinition() == typeof(IPersistentState<>))
        .ToDictionary(parameter => parameter.GetCustomAttribute<PersistentStateAttribute>()!.StateName, parameter => parameter.ParameterType.GetGenericArguments()[0]);

    /// <summary>The JSON with a member more in each record.</summary>
    /// <returns>How many records got one.</returns>
    public static int Grow(JsonNode? node, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        switch (node)
        {
            case JsonArray list:
                return list.Sum(item => Grow(item, ElementOf(type)));
            case JsonObject map when IsMap(type):
                return map.Sum(item => Grow(item.Value, type.GetGenericArguments()[1]));
            case JsonObject record when Ours.Contains(type.Assembly) && !type.IsValueType:
                var grown = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Sum(member => Grow(record[JsonNamingPolicy.CamelCase.ConvertName(member.Name)], member.PropertyType));
                record[Later] = new JsonObject { ["of"] = type.Name };
                return grown + 1;
            default:
                return 0;
        }
    }

    /// <summary>What this version writes back of what it has read.</summary>
    public static JsonNode? ThroughThisVersion(JsonNode stored, Type state)
        => JsonSerializer.SerializeToNode(stored.Deserialize(state, ContractJson.Options), state, ContractJson.Options);

    private static bool IsMap(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() is var open
        && (open == typeof(IReadOnlyDictionary<,>) || open == typeof(Dictionary<,>) || typeof(IDictionary).IsAssignableFrom(type));

    private static Type ElementOf(Type type) => type.IsArray ? type.GetElementType()! : type.IsGenericType ? type.GetGenericArguments()[0] : typeof(object);
}
