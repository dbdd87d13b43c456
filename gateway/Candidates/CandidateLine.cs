using ResultsGrid.Exchange.Identifiers;

namespace ResultsGrid.Gateway.Candidates;

/// <summary>A candidate in a list, with what they were awarded.</summary>
public sealed record CandidateLine(CandidateNumber Number, string Name, Uci Uci, IReadOnlyList<AwardLine> Awards);
