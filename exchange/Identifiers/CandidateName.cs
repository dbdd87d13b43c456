using System.Text.Json.Serialization;

namespace ResultsGrid.Exchange.Identifiers;

/// <summary>A candidate's name as entered, whole: a format whose field is shorter cuts it by a rule of its own.</summary>
/// <param name="FamilyName">Never blank: whoever has a single name has it here.</param>
/// <param name="Forenames">May be empty.</param>
public sealed record CandidateName(string FamilyName, string Forenames)
{
    /// <summary>The most characters that family name and forenames have together.</summary>
    public const int MaxLength = 100;

    /// <summary>Characters of both names, without what is printed between them.</summary>
    [JsonIgnore]
    public int Length => FamilyName.Length + Forenames.Length;

    /// <summary>As it is printed: FAMILY NAME: Forenames, and a name alone without the colon.</summary>
    public override string ToString()
        => Forenames.Length == 0 ? FamilyName : FamilyName.Length == 0 ? Forenames : $"{FamilyName}: {Forenames}";
}
