using ResultsGrid.Exchange.Identifiers;

namespace ResultsGrid.Exchange.Edi;

/// <summary>A candidate's name as exchange files carry it: FAMILY NAME: FORENAMES, at most 40 characters, the colon always there.</summary>
public static class EdiName
{
    public static string Of(CandidateName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var family = Part(name.FamilyName);
        if (family.Length == 0) family = $"{AsciiText.Unknown}";
        var forenames = Part(name.Forenames);

        // The colon tells the two parts apart, so a long family name gives way to it.
        if (family.Length >= CandidateName.MaxLength) family = family[..(CandidateName.MaxLength - 1)].TrimEnd();
        var whole = forenames.Length == 0 ? $"{family}:" : $"{family}: {forenames}";
        return whole.Length <= CandidateName.MaxLength ? whole : whole[..CandidateName.MaxLength].TrimEnd();
    }

    private static string Part(string text) => AsciiText.Fold(text.Replace(':', ' '));
}
