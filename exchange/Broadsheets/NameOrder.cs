using System.Globalization;
using System.Text;
using ResultsGrid.Exchange.Fonts;
using ResultsGrid.Exchange.Identifiers;

namespace ResultsGrid.Exchange.Broadsheets;

/// <summary>Names as people look them up: by family name, then forenames; marks, capitals, hyphens, apostrophes and spaces count only where all else is equal.</summary>
internal static class NameOrder
{
    public static IEnumerable<T> OrderByName<T>(this IEnumerable<T> items, Func<T, CandidateName> nameOf) => items
        .OrderBy(item => Letters(nameOf(item).FamilyName), StringComparer.Ordinal)
        .ThenBy(item => Letters(nameOf(item).Forenames), StringComparer.Ordinal)
        .ThenBy(item => nameOf(item).FamilyName, StringComparer.Ordinal)
        .ThenBy(item => nameOf(item).Forenames, StringComparer.Ordinal);

    private static string Letters(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (var part in CanonicalLetter.Decompose(name.EnumerateRunes().Select(rune => rune.Value)))
        {
            var rune = new Rune(part);
            if (Rune.IsLetterOrDigit(rune) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.ModifierLetter) letters.Append(Rune.ToUpperInvariant(rune));
        }

        return letters.ToString();
    }
}
