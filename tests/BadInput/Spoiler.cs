using System.Text;

namespace ResultsGrid.Tests.BadInput;

/// <summary>Spoils a valid sample by some changes of bytes, of fields and of whole stretches.</summary>
/// <param name="delimiters">The bytes that stand between the fields of the sample's format.</param>
internal sealed class Spoiler(Random chance, string delimiters)
{
    private const int MostChanges = 5;
    private const int LongestStretch = 160;
    private const int LongestField = 70_000;
    private const int MostRepeats = 40;

    private readonly byte[] delimiters = Encoding.Latin1.GetBytes(delimiters);

    /// <param name="other">A sample of the same format, from which stretches are taken.</param>
    public byte[] Spoil(byte[] sample, byte[] other)
    {
        for (var changes = 1 + chance.Next(MostChanges); changes > 0 && sample.Length > 0; changes--) sample = Change(sample, other);
        return sample;
    }

    private byte[] Change(byte[] bytes, byte[] other) => chance.Next(13) switch
    {
        0 => Put(bytes, At(bytes), 1, [(byte)(bytes[^1] ^ (1 << chance.Next(8)))]),
        1 => Put(bytes, At(bytes), 1, [(byte)chance.Next(256)]),
        2 => bytes[..chance.Next(bytes.Length)],
        3 => Put(bytes, At(bytes), 1 + chance.Next(LongestStretch), []),
        4 => Put(bytes, At(bytes), 0, Stretch(other)),
        5 => Put(bytes, At(bytes), 1 + chance.Next(LongestStretch), Stretch(other)),
        6 => Put(bytes, At(bytes), 0, Repeated(Stretch(bytes), 1 + chance.Next(MostRepeats))),
        7 => Put(bytes, At(bytes), 0, Scraps.Any(chance)),
        8 => Swapped(bytes),
        9 => InField(bytes, []),
        10 => InField(bytes, Repeated([(byte)chance.Next(' ', 128)], chance.Next(8) == 0 ? LongestField : 1 + chance.Next(300))),
        _ => InField(bytes, Scraps.Any(chance)),
    };

    private int At(byte[] bytes) => chance.Next(bytes.Length);

    private byte[] InField(byte[] bytes, byte[] content)
    {
        var (start, end) = Field(bytes);
        return Put(bytes, start, end - start, content);
    }

    private byte[] Swapped(byte[] bytes)
    {
        var (one, other) = (Field(bytes), Field(bytes));
        if (other.Start < one.Start) (one, other) = (other, one);
        if (other.Start < one.End) return bytes;
        return [.. bytes[..one.Start], .. bytes[other.Start..other.End], .. bytes[one.End..other.Start], .. bytes[one.Start..one.End], .. bytes[other.End..]];
    }

    private (int Start, int End) Field(byte[] bytes)
    {
        var at = At(bytes);
        var start = bytes.AsSpan(0, at).LastIndexOfAny(delimiters) + 1;
        var length = bytes.AsSpan(start).IndexOfAny(delimiters);
        return (start, length < 0 ? bytes.Length : start + length);
    }

    private byte[] Stretch(byte[] bytes)
    {
        if (bytes.Length == 0) return [];
        var start = At(bytes);
        return bytes[start..Math.Min(bytes.Length, start + 1 + chance.Next(LongestStretch))];
    }

    private static byte[] Repeated(byte[] bytes, int times) => [.. Enumerable.Repeat(bytes, times).SelectMany(one => one)];

    private static byte[] Put(byte[] bytes, int at, int removed, byte[] content) => [.. bytes[..at], .. content, .. bytes[Math.Min(bytes.Length, at + removed)..]];
}
