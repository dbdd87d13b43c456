using System.Text;
using ResultsGrid.Awarding.Text;

namespace ResultsGrid.Exchange.Zip;

/// <summary>What may be the name of a file in a ZIP that people unpack on any system.</summary>
internal static class ZipFileName
{
    private const int MaxBytes = 255;
    private const string Forbidden = "/\\:*?\"<>|";

    /// <exception cref="ArgumentException">The name is blank, a path, too long, or one that some system would change or refuse.</exception>
    /// <param name="isPart">A path of such names is wanted.</param>
    public static byte[] Bytes(string name, bool isPart = false)
    {
        if (isPart) foreach (var folder in name.Split('/')[..^1]) Bytes(folder);
        var whole = name;
        if (isPart) name = name[(name.LastIndexOf('/') + 1)..];
        if (string.IsNullOrWhiteSpace(name)) throw Refused(name, "is blank");
        if (name.Any(c => char.IsControl(c) || char.IsSurrogate(c) || Forbidden.Contains(c, StringComparison.Ordinal))) throw Refused(name, "has characters of a path or ones that some system refuses");
        if (name[^1] is '.' or ' ' || name[0] == ' ') throw Refused(name, "would be changed when unpacked");
        var bytes = Encoding.UTF8.GetBytes(whole);
        return bytes.Length <= MaxBytes ? bytes : throw Refused(name, $"is longer than {MaxBytes} bytes");
    }

    private static ArgumentException Refused(string? name, string reason) => new($"A file in a ZIP cannot be called '{ShownText.Of(name ?? "")}': the name {reason}.");
}
