namespace ResultsGrid.Exchange.Identifiers;

/// <summary>A candidate's name as entered. Exchange files carry it as FAMILY NAME: FORENAMES in 40 characters, the colon always there.</summary>
/// <param name="FamilyName">Never blank.</param>
/// <param name="Forenames">May be empty.</param>
public sealed record CandidateName(string FamilyName, string Forenames)
{
    /// <summary>The most characters that family name, colon, space and forenames take together.</summary>
    public const int MaxLength = 40;

    public override string ToString() => Forenames.Length == 0 ? $"{FamilyName}:" : $"{FamilyName}: {Forenames}";
}
