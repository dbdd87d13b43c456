using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace ResultsGrid.Awarding.Text;

/// <summary>Somebody else's text as a message shows it: cut, on one line, and with what can't be seen named by its code point.</summary>
/// <remarks>A column named "mark" with a no-break space behind it looks right and is refused; only the code point says why.</remarks>
public static class ShownText
{
    /// <summary>The most characters of a text that a message shows, beside the ellipsis of a cut.</summary>
    public const int MaxCharacters = 80;

    /// <summary>A text with more of them than this is no text, and the first ones say so.</summary>
    private const int MaxNamed = 3;

    private static readonly FrozenDictionary<int, string> Names = new Dictionary<int, string>
    {
        [0x0000] = "NUL",
        [0x0009] = "tab",
        [0x000A] = "line feed",
        [0x000D] = "carriage return",
        [0x0020] = "space",
        [0x00A0] = "no-break space",
        [0x00AD] = "soft hyphen",
        [0x200B] = "zero width space",
        [0x200C] = "zero width non-joiner",
        [0x200D] = "zero width joiner",
        [0x200E] = "left-to-right mark",
        [0x200F] = "right-to-left mark",
        [0x2028] = "line separator",
        [0x2029] = "paragraph separator",
        [0x202A] = "left-to-right embedding",
        [0x202B] = "right-to-left embedding",
        [0x202C] = "end of embedding or override",
        [0x202D] = "left-to-right override",
        [0x202E] = "right-to-left override",
        [0x202F] = "narrow no-break space",
        [0x2060] = "word joiner",
        [0x2066] = "left-to-right isolate",
        [0x2067] = "right-to-left isolate",
        [0x2068] = "first strong isolate",
        [0x2069] = "end of isolate",
        [0x3000] = "ideographic space",
        [0xFEFF] = "byte order mark",
    }.ToFrozenDictionary();

    /// <summary>The text cut to <paramref name="most"/> characters, each that can't be seen replaced by its code point: mark[U+00A0].</summary>
    /// <remarks>A space is seen between letters, and not at either end.</remarks>
    public static string Of(string text, int most = MaxCharacters)
    {
        ArgumentNullException.ThrowIfNull(text);
        var shown = new StringBuilder(Math.Min(text.Length, most) + 1);
        var seen = Seen(text);
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var piece = IsShown(rune, at, seen) ? rune.ToString() : $"[{CodePoint(rune)}]";
            if (shown.Length + piece.Length > most) return shown.Append('…').ToString();
            shown.Append(piece);
            at += rune.Utf16SequenceLength;
        }

        return shown.ToString();
    }

    /// <summary>Which characters of the text can't be seen and where, counted from 1: "character 5 is U+00A0, no-break space". Null where all can.</summary>
    public static string? Unseen(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var seen = Seen(text);
        var named = new List<string>();
        var (at, character, found) = (0, 0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            character++;
            if (!IsShown(rune, at, seen) && found++ < MaxNamed) named.Add(string.Create(CultureInfo.InvariantCulture, $"character {character} is {CodePoint(rune)}{Name(rune)}"));
            at += rune.Utf16SequenceLength;
        }

        if (found == 0) return null;
        if (found > MaxNamed) named.Add(string.Create(CultureInfo.InvariantCulture, $"{found - MaxNamed} more can't be seen"));
        return string.Join("; ", named);
    }

    /// <summary>A character that leaves no ink and is no plain space: controls, formats such as zero width and bidi ones, spaces of other kinds, fillers, variation selectors, and code points that stand for nothing.</summary>
    public static bool IsUnseen(Rune rune) => IsInvisible(rune) || (IsSpace(rune) && rune.Value != ' ');

    /// <summary>As <see cref="IsUnseen"/>, but a space of any kind keeps words apart and is none of them.</summary>
    public static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        _ => IsBlankLetter(rune.Value),
    };

    // Letters, marks and symbols by their category that are drawn as nothing.
    private static bool IsBlankLetter(int value) => value
        is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x180B or 0x180C or 0x180D or 0x180F or 0x2800 or 0x3164 or 0xFFA0
        or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    private static bool IsSpace(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator;

    private static bool IsShown(Rune rune, int at, Range seen)
        => rune.Value == ' ' ? at >= seen.Start.Value && at < seen.End.Value : !IsUnseen(rune);

    /// <summary>From the first character that is no plain space to behind the last.</summary>
    private static Range Seen(string text)
    {
        var start = text.Length - text.AsSpan().TrimStart(' ').Length;
        return start..Math.Max(start, text.AsSpan().TrimEnd(' ').Length);
    }

    private static string CodePoint(Rune rune) => string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}");

    private static string Name(Rune rune) => Names.TryGetValue(rune.Value, out var name) ? $", {name}" : "";
}
