using System.Text.Json;
using System.Text.Json.Serialization;

namespace ResultsGrid.Gateway.Problems;

/// <summary>Reads and writes a member of a closed set by its exact name in camel case, and nothing else.</summary>
/// <remarks>The framework's converter also takes other capitals, blanks, and several names at once, whose numbers it adds up to a third.</remarks>
public sealed class ClosedSetConverter : JsonConverterFactory
{
    public static IEnumerable<string> NamesOf(Type set) => Enum.GetNames(set).Select(JsonNamingPolicy.CamelCase.ConvertName);

    public override bool CanConvert(Type typeToConvert)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        return typeToConvert.IsEnum;
    }

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
        => (JsonConverter)Activator.CreateInstance(typeof(OfSet<>).MakeGenericType(typeToConvert))!;

    private sealed class OfSet<TSet> : JsonConverter<TSet>
        where TSet : struct, Enum
    {
        private static readonly Dictionary<string, TSet> ByName = Enum.GetValues<TSet>().ToDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), StringComparer.Ordinal);
        private static readonly Dictionary<TSet, string> Names = ByName.ToDictionary(one => one.Value, one => one.Key);

        public override TSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => reader.TokenType == JsonTokenType.String && ByName.TryGetValue(reader.GetString()!, out var value) ? value : throw new JsonException();

        /// <summary>One that a later version has stored has no name here.</summary>
        public override void Write(Utf8JsonWriter writer, TSet value, JsonSerializerOptions options)
            => writer.WriteStringValue(Names.GetValueOrDefault(value) ?? value.ToString("D"));

        /// <summary>In the words of a map's member.</summary>
        public override void WriteAsPropertyName(Utf8JsonWriter writer, TSet value, JsonSerializerOptions options)
            => writer.WritePropertyName(Names.GetValueOrDefault(value) ?? value.ToString("D"));
    }
}
