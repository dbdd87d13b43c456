namespace ResultsGrid.Awarding.Results;

/// <summary>All that awarding makes of one candidate's work, in code order.</summary>
public sealed record CandidateAwards(IReadOnlyList<AssessmentResult> Assessments, IReadOnlyList<Award> Awards);
