using System.Globalization;
using System.Text;
using ResultsGrid.Exchange.SeriesFiles.Tables;

namespace ResultsGrid.Exchange.Edi;

/// <summary>Reads the fields of one record by the layout, and takes only what the writer would have written: no second spelling of anything.</summary>
internal readonly ref struct RecordReader(ReadOnlySpan<byte> record, int line, FileFaults faults)
{
    private readonly ReadOnlySpan<byte> record = record;

    /// <summary>The text without its padding; empty for a blank field.</summary>
    public string Text(EdiField field)
    {
        var text = Encoding.ASCII.GetString(field.Of(record)).TrimEnd(' ');
        if (text.StartsWith(' ')) Fault(field, "text stands at the left of its field");
        return text;
    }

    /// <summary>The number; null for a blank field.</summary>
    public long? Number(EdiField field)
    {
        var bytes = field.Of(record);
        if (!bytes.ContainsAnyExcept((byte)' ')) return null;
        if (long.TryParse(bytes, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        Fault(field, "a number fills its field with digits, zeros in front; without one it is blank");
        return null;
    }

    public long NeededNumber(EdiField field)
    {
        var number = Number(field);
        if (number is null) Fault(field, "a number is needed here");
        return number ?? 0;
    }

    /// <summary>A value of the domain; null for a blank field.</summary>
    public T? Value<T>(EdiField field, string expected)
        where T : struct, IParsable<T>
    {
        var text = Text(field);
        if (text.Length == 0) return null;
        if (T.TryParse(text, CultureInfo.InvariantCulture, out var value)) return value;
        Fault(field, $"expected {expected}");
        return null;
    }

    public T NeededValue<T>(EdiField field, string expected)
        where T : struct, IParsable<T>
    {
        var value = Value<T>(field, expected);
        if (value is null && field.Of(record).ContainsAnyExcept((byte)' ') == false) Fault(field, $"blank; expected {expected}");
        return value ?? default;
    }

    public void Literal(EdiField field, string expected)
    {
        if (Text(field) != expected) Fault(field, expected.Length == 0 ? "these bytes stay blank" : $"expected {expected}");
    }

    public void Fault(EdiField field, string reason)
        => faults.Add(line, field.Place, Encoding.ASCII.GetString(field.Of(record)).TrimEnd(' '), reason);
}
