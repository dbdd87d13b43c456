namespace ResultsGrid.Exchange.Edi;

/// <summary>What a results file says.</summary>
/// <param name="Results">By candidate number; of each candidate the awards and then the units.</param>
public sealed record EdiFile(EdiHeader Header, IReadOnlyList<EdiResult> Results);
