using ResultsGrid.Exchange.Results;

namespace ResultsGrid.Exchange.Broadsheets;

/// <summary>One candidate's row of a printed grid.</summary>
/// <param name="Cells">One for each column; empty where the candidate has no result there, several lines where the cell has more than one text.</param>
public sealed record BroadsheetGridRow(CandidateResults Candidate, IReadOnlyList<string> Cells);
