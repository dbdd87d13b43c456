using ResultsGrid.Exchange.Identifiers;

namespace ResultsGrid.Exchange.Edi;

/// <summary>A candidate's name as exchange files carry it: FAMILY NAME: FORENAMES, the colon always there, cut to its field (docs/edi-profile.md).</summary>
public static class EdiName
{
    /// <summary>Characters of the field (domain 1.5).</summary>
    public const int MaxLength = 40;

    public static string Of(CandidateName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var family = Part(name.FamilyName);
        if (family.Length == 0) family = $"{AsciiText.Unknown}";
        var forenames = Part(name.Forenames);

        // The colon tells the two parts apart, so a long family name gives way to it.
        if (family.Length >= MaxLength) family = family[..(MaxLength - 1)].TrimEnd();
        var whole = forenames.Length == 0 ? $"{family}:" : $"{family}: {forenames}";
        return whole.Length <= MaxLength ? whole : whole[..MaxLength].TrimEnd();
    }

    private static string Part(string text) => AsciiText.Fold(text.Replace(':', ' '));
}
