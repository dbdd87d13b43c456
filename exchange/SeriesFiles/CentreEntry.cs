using ResultsGrid.Exchange.Identifiers;

namespace ResultsGrid.Exchange.SeriesFiles;

/// <summary>One centre of a loaded series with its candidates, in candidate-number order.</summary>
public sealed record CentreEntry(CentreNumber Number, string Name, IReadOnlyList<CandidateEntry> Candidates);
