using System.Text;

namespace ResultsGrid.Tests.BadInput;

/// <summary>What no sender should write into a field, and somebody will.</summary>
internal static class Scraps
{
    private static readonly string[] Texts =
    [
        "", " ", "  ", "\t", "\n", "\r", "\r\n", "\0", "\u0001", "\u001b[31m", "\u007f",
        "0", "-0", "-1", "+1", "00", "007", "1.", ".5", "0.0000001", "1,000", "1e9", "1e309", "NaN", "Infinity", "0x10", "１２",
        "127", "128", "255", "256", "32767", "65535", "65536", "999999", "2147483647", "2147483648", "-2147483649", "9223372036854775808",
        "99999999999999999999", "79228162514264337593543950336",
        "0001-01-01", "9999-12-31", "2026-02-29", "2026-03-29T01:30", "0001-01-01T00:00", "9999-12-31T23:59", "2026-10-25T01:30",
        "é", "Ŵ", "ß", "İ", "e\u0301", "日本", "عر", "😀", "\u202E", "\u200B", "\uFEFF", "\uFFFE", "\uFFFF", "\uE000", "\u2028", "\u0085", "\U000E0001", "\U0010FFFF",
        "\"", "\"\"", "'", ",", ";", ":", "/", "\\", "|", "..", "../..", "/etc/passwd", "C:\\", "con", "%00", "%2F", "%2e%2e", "%ff", "%u0041", "+",
        "=1+1", "@x", "{", "}", "[", "]", "{}", "[]", "null", "true", "\\ud800", "\\u0000", "<", ">", "<a>", "]]>", "<!--", "&x;", "&#0;", "&#xFFFF;", "<?xml?>", "<!DOCTYPE a>",
        "none", "U", "A*", "9-9", "*2", "10101", "0000", "99999", "0001", "F011", "6B26", "??", "board", "R5", "R9",
    ];

    private static readonly byte[][] Broken =
    [
        [0x80], [0xC0, 0x80], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF0, 0x9F], [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFF], [0xFE, 0xFF], [0xFF, 0xFE],
    ];

    public static byte[] Any(Random chance)
    {
        var at = chance.Next(Texts.Length + Broken.Length);
        return at < Texts.Length ? Encoding.UTF8.GetBytes(Texts[at]) : Broken[at - Texts.Length];
    }

    public static string Text(Random chance) => Texts[chance.Next(Texts.Length)];
}
