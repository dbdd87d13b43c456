namespace ResultsGrid.Tests.Oracle;

/// <summary>What one unit or component should come to.</summary>
/// <param name="Outcome">graded, absent, pending or no-result.</param>
/// <param name="Ums">Null for a component and where there is no result; 0 or the enhancement for an absent unit.</param>
/// <param name="IsPartial"># beside it.</param>
/// <param name="HasConsideration">An allowance or an enhancement is in it.</param>
public sealed record ExpectedAssessment(string Assessment, string Outcome, int? RawMark, int? Ums, string? Grade, bool IsPartial, bool HasConsideration);
