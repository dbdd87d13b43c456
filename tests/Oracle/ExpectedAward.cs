namespace ResultsGrid.Tests.Oracle;

/// <summary>What one award should come to.</summary>
/// <param name="Outcome">graded, pending or no-result.</param>
/// <param name="Endorsement">As entered, whatever the outcome; null where there is none.</param>
public sealed record ExpectedAward(string Qualification, string Option, string Outcome, string? Grade, int? Total, bool IsPartial, string? Endorsement);
