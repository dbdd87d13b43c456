using ResultsGrid.Exchange.Identifiers;

namespace ResultsGrid.Gateway.Candidates;

/// <summary>Everything that a candidate's results show.</summary>
public sealed record CandidateDetail(
    int Version,
    CandidateNumber Number,
    string Name,
    DateOnly DateOfBirth,
    Uci Uci,
    Uln? Uln,
    IReadOnlyList<AwardLine> Awards,
    IReadOnlyList<AssessmentLine> Assessments);
