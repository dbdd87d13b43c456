using ResultsGrid.Awarding.Results;
using ResultsGrid.Exchange.Identifiers;

namespace ResultsGrid.Exchange.Results;

/// <summary>One candidate's results in one series, as every document shows them.</summary>
public sealed record CandidateResults(
    CandidateNumber Number,
    CandidateName Name,
    DateOnly DateOfBirth,
    Uci Uci,
    Uln? Uln,
    IReadOnlyList<AssessmentResult> Assessments,
    IReadOnlyList<Award> Awards);
