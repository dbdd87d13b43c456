using System.Globalization;
using System.Text;

namespace ResultsGrid.Exchange.SeriesFiles.Tables;

/// <summary>The faults of one file.</summary>
internal sealed class FileFaults(FaultList package, string file)
{
    public int Count { get; private set; }

    /// <summary>The whole file is meant: it is missing, unknown, or not to be read.</summary>
    public void Add(string reason) => Add(line: null, field: null, value: null, reason);

    public void Add(int? line, string? field, string? value, string reason)
    {
        Count++;
        package.Add(new Fault(Shown(file), line, field is null ? null : Shown(field), value is null ? null : Shown(value), reason));
    }

    /// <summary>Cut, and without what would break a log line or turn a page's text around.</summary>
    public static string Shown(string value, int most = PackageLimits.MaxShownCharacters)
    {
        var shown = new StringBuilder();
        foreach (var rune in value.EnumerateRunes())
        {
            if (shown.Length >= most) return shown.Append('…').ToString();
            shown.Append(IsVisible(rune) ? rune.ToString() : "\uFFFD");
        }

        return shown.ToString();
    }

    public static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
