namespace ResultsGrid.Awarding.Specification;

/// <summary>What must be taken in the certification series itself, and so counts even where an earlier result was better.</summary>
/// <param name="SharePercent">Least share of the award's maximum uniform marks taken in the certification series, 0 to 100.</param>
/// <param name="FinalExaminationCounts">Cambridge Nationals: an examined unit's latest sitting counts, even if lower.</param>
/// <param name="Provenance">The 40 % of unitised GCSE is recollected, so Assumed.</param>
public sealed record TerminalRule(int SharePercent, bool FinalExaminationCounts, Provenance Provenance);
