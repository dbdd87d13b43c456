using ResultsGrid.Awarding.Text;

namespace ResultsGrid.Exchange.Edi;

/// <summary>One row of the layout: a field of a record.</summary>
/// <param name="Flags">The flags (byte 37) under which these bytes are read so; empty: always.</param>
/// <param name="Start">First byte, counted from 1.</param>
/// <param name="Length">Bytes; each is one character.</param>
public sealed record EdiField(
    EdiRecord Record,
    string Flags,
    string Name,
    int Start,
    int Length,
    EdiJustification Justification,
    char Pad,
    EdiProvenance Provenance)
{
    /// <summary>Last byte, counted from 1.</summary>
    public int End => Start + Length - 1;

    /// <summary>Name and place, as faults show it: series code (10-13).</summary>
    public string Place => Length == 1 ? $"{Name} ({Start})" : $"{Name} ({Start}-{End})";

    /// <summary>The field's bytes within a record.</summary>
    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> record) => record.Slice(Start - 1, Length);

    /// <summary>Writes text with its padding.</summary>
    /// <exception cref="InvalidDataException">The text is longer than the field or not printable ASCII.</exception>
    public void Put(Span<byte> record, ReadOnlySpan<char> text)
    {
        if (text.Length > Length || text.ContainsAnyExceptInRange(' ', '~')) throw Refused(text);
        var field = record.Slice(Start - 1, Length);
        field.Fill((byte)Pad);
        var at = Justification == EdiJustification.Left ? 0 : Length - text.Length;
        for (var i = 0; i < text.Length; i++) field[at + i] = (byte)text[i];
    }

    /// <summary>Writes a number, or blanks where there is none.</summary>
    /// <exception cref="InvalidDataException">The number is negative or has more digits than the field.</exception>
    public void Put(Span<byte> record, long? number)
    {
        Span<char> digits = stackalloc char[20];
        if (number is null)
        {
            record.Slice(Start - 1, Length).Fill((byte)' ');
            return;
        }

        number.Value.TryFormat(digits, out var count, default, null);
        if (number < 0) throw Refused(digits[..count]);
        Put(record, digits[..count]);
    }

    private InvalidDataException Refused(ReadOnlySpan<char> text)
        => new($"The {Record} record's field {Place} takes {Length} characters of printable ASCII, not '{ShownText.Of(text.ToString())}'.");
}
