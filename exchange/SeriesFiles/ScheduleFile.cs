using System.Text.Json;
using System.Text.Unicode;
using ResultsGrid.Exchange.SeriesFiles.Packages;
using ResultsGrid.Exchange.SeriesFiles.Tables;

namespace ResultsGrid.Exchange.SeriesFiles;

/// <summary>series.json: one flat object of texts, each property once and no others.</summary>
internal sealed class ScheduleFile(FileFaults faults)
{
    private const string Notice = "notice";
    private static readonly string[] Needed = ["series", "title", "basedataVersion", "restrictedRelease", "candidateRelease"];
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private readonly Dictionary<string, Cell> cells = [];

    /// <returns>Null where it breaks a rule; which is then a fault.</returns>
    public SeriesSchedule? Read(Package package)
    {
        try
        {
            using var file = package.Open(SeriesFileNames.Schedule);
            if (file is null) faults.Add("is missing from the package");
            else if (Bytes(file) is { } json) ReadProperties(json);
        }
        catch (UnreadableFileException unreadable)
        {
            faults.Add(unreadable.Message);
        }

        if (faults.Count > 0 && cells.Count == 0) return null;
        foreach (var name in Needed.Where(name => !cells.ContainsKey(name))) faults.Add(null, name, null, "is missing");
        return Schedule();
    }

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> bytes)
        => bytes.Span.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes;

    private ReadOnlyMemory<byte>? Bytes(Stream file)
    {
        var buffer = new byte[PackageLimits.MaxScheduleBytes + 1];
        var length = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        if (length > PackageLimits.MaxScheduleBytes) faults.Add($"is longer than {PackageLimits.MaxScheduleBytes} bytes");
        else if (!Utf8.IsValid(buffer.AsSpan(0, length))) faults.Add("is not valid UTF-8");
        else return WithoutByteOrderMark(buffer.AsMemory(0, length));
        return null;
    }

    private void ReadProperties(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span, new JsonReaderOptions { MaxDepth = 2 });
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                faults.Add(1, null, null, "is not a JSON object");
                return;
            }

            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName) ReadProperty(ref reader, json.Span);
            }
        }
        catch (JsonException broken)
        {
            faults.Add((int)(broken.LineNumber ?? 0) + 1, null, null, "is not JSON from here on");
        }
        catch (InvalidOperationException)
        {
            faults.Add(LineOf(reader.TokenStartIndex, json.Span), null, null, "has half of a surrogate pair, which is no character");
        }
    }

    private void ReadProperty(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        var line = LineOf(reader.TokenStartIndex, json);
        var name = reader.GetString()!;
        reader.Read();
        if (name != Notice && !Needed.Contains(name)) faults.Add(line, name, null, "is no property of this file");
        else if (reader.TokenType != JsonTokenType.String) faults.Add(line, name, null, "is not a text in quotation marks");
        else if (!cells.TryAdd(name, new Cell(faults, line, name, reader.GetString()!))) faults.Add(line, name, reader.GetString(), "is given twice");
        reader.TrySkip();
    }

    private SeriesSchedule? Schedule()
    {
        var series = Read("series", cell => cell.SeriesCode());
        var title = Read("title", cell => cell.Text(PackageLimits.MaxTitleCharacters));
        var basedataVersion = Read("basedataVersion", cell => cell.Text(PackageLimits.MaxShortCodeCharacters));
        var restrictedRelease = Read("restrictedRelease", cell => cell.LondonTime());
        var candidateRelease = Read("candidateRelease", cell => cell.LondonTime());
        var notice = Read(Notice, cell => cell.TextOrBlank(PackageLimits.MaxTitleCharacters));
        if (faults.Count == 0 && candidateRelease < restrictedRelease)
            cells["candidateRelease"].Refuse($"is before the restricted release, {restrictedRelease:yyyy-MM-dd'T'HH:mm}");
        return faults.Count > 0 ? null : new SeriesSchedule(
            series, title!, basedataVersion!, restrictedRelease, candidateRelease, string.IsNullOrEmpty(notice) ? null : notice);
    }

    private T? Read<T>(string name, Func<Cell, T> rule) => cells.TryGetValue(name, out var cell) ? rule(cell) : default;

    private static int LineOf(long position, ReadOnlySpan<byte> json) => 1 + json[..(int)position].Count((byte)'\n');
}
