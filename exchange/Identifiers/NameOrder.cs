using System.Globalization;
using System.Text;

namespace ResultsGrid.Exchange.Identifiers;

/// <summary>Names as people look them up: by family name, then forenames, letters first.</summary>
/// <remarks>
/// A hyphen divides words as a space does, so Smith comes before Smith-Jones and Smith Jones, and these before Smithers. Capitals,
/// marks, apostrophes and which of the two divides the words count only where all else is equal. One fixed culture,
/// whatever the machine's: documents are in this order and must come out alike everywhere.
/// </remarks>
public sealed class NameOrder : IComparer<CandidateName>
{
    private static readonly CompareInfo Culture = CultureInfo.GetCultureInfo("en-GB").CompareInfo;

    public static NameOrder Instance { get; } = new();

    public int Compare(CandidateName? x, CandidateName? y)
    {
        if (x is null || y is null) return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        return FirstDifference(
            Letters(x.FamilyName, y.FamilyName), Letters(x.Forenames, y.Forenames),
            Culture.Compare(x.FamilyName, y.FamilyName), Culture.Compare(x.Forenames, y.Forenames),
            string.CompareOrdinal(x.FamilyName, y.FamilyName), string.CompareOrdinal(x.Forenames, y.Forenames));
    }

    private static int FirstDifference(params ReadOnlySpan<int> compared)
    {
        foreach (var one in compared)
        {
            if (one != 0) return one;
        }

        return 0;
    }

    private static int Letters(string name, string other) => Culture.Compare(Words(name), Words(other), CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace);

    private static string Words(string name)
    {
        var words = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            if (NameText.IsApostrophe(character)) continue;
            words.Append(NameText.IsHyphen(character) ? ' ' : character);
        }

        return words.ToString();
    }
}
