using System.Text.Json;
using System.Text.Json.Serialization;
using ResultsGrid.Awarding.Text;

namespace ResultsGrid.Awarding.Codes;

/// <summary>Writes a value type as its text and reads it back through its own parser, also as a dictionary key.</summary>
public sealed class ParsedJsonConverter<T> : JsonConverter<T>
    where T : struct, IParsable<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => Parse(reader.TokenType == JsonTokenType.String ? reader.GetString() : null);

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => Parse(reader.GetString());

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        => writer.WriteStringValue(value.ToString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        => writer.WritePropertyName(value.ToString()!);

    private static T Parse(string? text)
        => T.TryParse(text, null, out var value) ? value : throw new JsonException($"'{ShownText.Of(text ?? "")}' is not a {typeof(T).Name}.");
}
