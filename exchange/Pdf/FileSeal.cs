using System.Security.Cryptography;

namespace ResultsGrid.Exchange.Pdf;

/// <summary>The file's identifier: a digest of the whole file with the identifier's own digits as zeros.</summary>
/// <remarks>So the same content has the same identifier, and one changed byte anywhere is noticed when the file is read back.</remarks>
internal static class FileSeal
{
    private const int Digits = 32;

    public static readonly string Blank = $"/ID[<{new string('0', Digits)}><{new string('0', Digits)}>]";

    private static readonly byte[] BlankDigits = [.. Enumerable.Repeat((byte)'0', Digits)];

    private static ReadOnlySpan<byte> Opening => "/ID[<"u8;

    public static void Set(byte[] file, int from)
    {
        var (first, second) = Find(file, from);
        var digits = Digest(file, first, second);
        digits.CopyTo(file.AsSpan(first));
        digits.CopyTo(file.AsSpan(second));
    }

    /// <exception cref="InvalidDataException">The content is not what the identifier was made of.</exception>
    public static void Verify(ReadOnlySpan<byte> file, int from)
    {
        var (first, second) = Find(file, from);
        var digits = Digest(file, first, second);
        if (!file.Slice(first, Digits).SequenceEqual(digits) || !file.Slice(second, Digits).SequenceEqual(digits))
            throw new InvalidDataException("The file's content does not match its identifier: it was damaged or changed.");
    }

    private static byte[] Digest(ReadOnlySpan<byte> file, int first, int second)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(file[..first]);
        hash.AppendData(BlankDigits);
        hash.AppendData(file[(first + Digits)..second]);
        hash.AppendData(BlankDigits);
        hash.AppendData(file[(second + Digits)..]);
        return System.Text.Encoding.ASCII.GetBytes(Convert.ToHexString(hash.GetHashAndReset().AsSpan(0, Digits / 2)));
    }

    private static (int First, int Second) Find(ReadOnlySpan<byte> file, int from)
    {
        var at = file[from..].IndexOf(Opening);
        var first = from + at + Opening.Length;
        var second = first + Digits + "><".Length;
        if (at < 0 || second + Digits > file.Length) throw new InvalidDataException("The file has no identifier.");
        return (first, second);
    }
}
