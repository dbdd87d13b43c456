using ResultsGrid.Awarding.Marks;
using ResultsGrid.Exchange.Identifiers;

namespace ResultsGrid.Exchange.SeriesFiles;

/// <summary>One candidate of a loaded series: who they are and the work to award.</summary>
public sealed record CandidateEntry(
    CandidateNumber Number,
    CandidateName Name,
    DateOnly DateOfBirth,
    Uci Uci,
    Uln? Uln,
    CandidateWork Work);
