using System.Buffers.Text;
using System.Text;

namespace ResultsGrid.Exchange.Pdf;

/// <summary>A growing buffer that writes what a PDF is made of: names, numbers, references, strings.</summary>
internal sealed class PdfBytes(int capacity = 1_024)
{
    private const int LongestNumber = 24;

    private byte[] buffer = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public PdfBytes Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
        return this;
    }

    public PdfBytes Add(string ascii)
    {
        Length += Encoding.ASCII.GetBytes(ascii, Room(ascii.Length));
        return this;
    }

    public PdfBytes Add(int number)
    {
        Utf8Formatter.TryFormat(number, Room(LongestNumber), out var length);
        Length += length;
        return this;
    }

    /// <summary>A length in points, to a hundredth, without trailing zeros.</summary>
    public PdfBytes Points(double points)
    {
        var hundredths = (int)Math.Round(points * 100, MidpointRounding.AwayFromZero);
        if (hundredths < 0) Add("-"u8);
        var size = Math.Abs(hundredths);
        Add(size / 100);
        if (size % 100 == 0) return this;
        Add("."u8).Add(size / 10 % 10);
        return size % 10 == 0 ? this : Add(size % 10);
    }

    public PdfBytes Reference(int number) => Add(number).Add(" 0 R"u8);

    /// <summary>Four hexadecimal digits.</summary>
    public PdfBytes Hex(int code)
    {
        var room = Room(4);
        for (var digit = 0; digit < 4; digit++) room[digit] = "0123456789ABCDEF"u8[(code >> (12 - 4 * digit)) & 15];
        Length += 4;
        return this;
    }

    /// <summary>A text string as UTF-16 with its mark, in hexadecimal.</summary>
    public PdfBytes Text(string text)
    {
        Add("<FEFF"u8);
        foreach (var character in text) Hex(character);
        return Add(">"u8);
    }

    private Span<byte> Room(int length)
    {
        if (buffer.Length - Length < length) Array.Resize(ref buffer, Math.Max(buffer.Length * 2, Length + length));
        return buffer.AsSpan(Length);
    }
}
