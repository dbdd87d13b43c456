namespace ResultsGrid.Tests.Oracle;

/// <summary>What one candidate should get: assessments entered and awards certified, both in code order.</summary>
public sealed record ExpectedCandidate(
    string Centre,
    string Number,
    IReadOnlyList<ExpectedAssessment> Assessments,
    IReadOnlyList<ExpectedAward> Awards);
