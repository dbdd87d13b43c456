using ResultsGrid.Exchange.Results;

namespace ResultsGrid.Exchange.Broadsheets;

/// <summary>One candidate's line of a broadsheet.</summary>
public sealed record BroadsheetRow(CandidateResults Candidate, IReadOnlyList<BroadsheetAward> Awards, IReadOnlyList<BroadsheetUnit> Units);
