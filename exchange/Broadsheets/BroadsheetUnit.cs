using ResultsGrid.Awarding.Codes;

namespace ResultsGrid.Exchange.Broadsheets;

/// <summary>A unit result as a broadsheet prints it.</summary>
/// <param name="Grade">The grade, with # beside it where work is missing; Absent #; No Result; Pending.</param>
/// <param name="Ums">Uniform mark; null where there is no result.</param>
/// <param name="MaximumUms">Null where the unit has no uniform scale.</param>
public sealed record BroadsheetUnit(AssessmentCode Unit, string Grade, int? Ums, int? MaximumUms);
