using System.Text;

namespace ResultsGrid.Gateway.Documents;

/// <summary>The Content-Disposition by which a client saves what it gets, under exactly the name given (RFC 6266).</summary>
public static class Attachment
{
    /// <summary>A name that not every client would read right is said again in UTF-8 (RFC 8187), which those that know it prefer.</summary>
    public static string Named(string fileName)
    {
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        var plain = string.Concat(fileName.EnumerateRunes().Select(rune => IsPlain(rune) ? rune.ToString() : "_"));
        return plain == fileName ? $"attachment; filename=\"{plain}\"" : $"attachment; filename=\"{plain}\"; filename*=UTF-8''{Uri.EscapeDataString(fileName)}";
    }

    /// <summary>ASCII without the characters that clients read in different ways: they unescape quotes and backslashes, or don't, and some decode %41 (RFC 6266, appendix D).</summary>
    private static bool IsPlain(Rune rune) => rune.Value is >= ' ' and <= '~' and not ('"' or '\\' or '%');
}
