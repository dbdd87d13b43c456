using System.Buffers.Text;
using System.Text;

namespace ResultsGrid.LoadTests.Wire;

/// <summary>An answer's status and headers. They live in the connection's buffer: read them before the body.</summary>
/// <param name="Status">For example 200.</param>
/// <param name="Headers">The header lines as they came, the last with its line end.</param>
public readonly record struct WireHead(int Status, ReadOnlyMemory<byte> Headers)
{
    private const int FirstDigit = 9;
    private const int ShortestStatusLine = 12;

    private static ReadOnlySpan<byte> LineEnd => "\r\n"u8;

    /// <summary>A header's value, or null where there is none; of several, the first.</summary>
    /// <param name="name">In lower case.</param>
    public string? Find(ReadOnlySpan<byte> name) => TryFind(name, out var value) ? Encoding.Latin1.GetString(value) : null;

    /// <param name="name">In lower case.</param>
    public bool TryFind(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        for (var rest = Headers.Span; rest.Length > 0;)
        {
            var end = rest.IndexOf(LineEnd);
            var line = rest[..end];
            rest = rest[(end + LineEnd.Length)..];
            if (line.Length <= name.Length || line[name.Length] != ':' || !Ascii.EqualsIgnoreCase(line[..name.Length], name)) continue;
            value = line[(name.Length + 1)..].Trim(" \t"u8);
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>A header that is a whole number, 0 or more; null where there is none.</summary>
    /// <exception cref="WireException">It is there and is something else.</exception>
    public long? FindNumber(ReadOnlySpan<byte> name)
    {
        if (!TryFind(name, out var value)) return null;
        if (Utf8Parser.TryParse(value, out long number, out var used) && used == value.Length && number >= 0) return number;
        throw new WireException(WireFault.Malformed, $"{Encoding.ASCII.GetString(name)} is '{Encoding.Latin1.GetString(value)}', not a number.");
    }

    /// <summary>True where a header names this as its only or last word, in any case.</summary>
    public bool Says(ReadOnlySpan<byte> name, ReadOnlySpan<byte> word)
        => TryFind(name, out var value) && value.Length >= word.Length && Ascii.EqualsIgnoreCase(value[^word.Length..], word);

    /// <param name="block">Status line and headers, without the empty line that ends them.</param>
    /// <exception cref="WireException">It is no HTTP/1.1 head.</exception>
    internal static WireHead Parse(ReadOnlyMemory<byte> block)
    {
        var line = block.Span[..block.Span.IndexOf(LineEnd)];
        if (line.Length < ShortestStatusLine || !line.StartsWith("HTTP/1.1 "u8)
            || !Utf8Parser.TryParse(line[FirstDigit..ShortestStatusLine], out int status, out var digits) || digits != ShortestStatusLine - FirstDigit || status < 100)
            throw new WireException(WireFault.Malformed, $"The answer begins with '{Encoding.Latin1.GetString(line)}', not with an HTTP/1.1 status.");
        return new WireHead(status, block[(line.Length + LineEnd.Length)..]);
    }
}
