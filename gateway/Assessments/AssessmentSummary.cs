namespace ResultsGrid.Gateway.Assessments;

/// <summary>One unit, component or qualification in a centre's list.</summary>
/// <param name="Kind">unit, component or qualification.</param>
/// <param name="Centre">The centre's own candidates.</param>
public sealed record AssessmentSummary(string Code, string Title, string Kind, Distribution Centre);
