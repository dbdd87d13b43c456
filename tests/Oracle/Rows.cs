using System.IO.Compression;
using System.Text;

namespace ResultsGrid.Tests.Oracle;

/// <summary>The rows of a package's CSV file, each by column name, split the plain way.</summary>
public static class Rows
{
    /// <summary>No rows where the package has no such file.</summary>
    public static IEnumerable<Dictionary<string, string>> Of(ZipArchive package, string file)
    {
        var entry = package.GetEntry(file);
        if (entry is null) yield break;
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        List<string>? header = null;
        while (Record(reader) is { } fields)
        {
            if (header is null) header = fields;
            else if (fields.Count == header.Count) yield return header.Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second);
            else throw new InvalidDataException($"{file}: {fields.Count} fields under {header.Count} columns: {string.Join('|', fields)}");
        }
    }

    private static List<string>? Record(StreamReader reader)
    {
        if (reader.Peek() < 0) return null;
        var fields = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        for (var read = reader.Read(); read >= 0; read = reader.Read())
        {
            var character = (char)read;
            if (isQuoted && character == '"' && reader.Peek() == '"') field.Append((char)reader.Read());
            else if (character == '"') isQuoted = !isQuoted;
            else if (isQuoted || character is not (',' or '\r' or '\n')) field.Append(character);
            else if (character == ',')
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else if (character == '\n') break;
        }

        fields.Add(field.ToString());
        return fields;
    }
}
