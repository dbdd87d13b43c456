using ResultsGrid.Awarding.Codes;

namespace ResultsGrid.Exchange.Broadsheets;

/// <summary>An award as a broadsheet prints it.</summary>
/// <param name="Option">Empty where the qualification has one route.</param>
/// <param name="Grade">The grade, with # beside it where work is missing; No Result; Pending.</param>
/// <param name="Total">Uniform or weighted marks; null unless graded.</param>
/// <param name="Endorsement">Empty where there is none.</param>
public sealed record BroadsheetAward(QualificationCode Qualification, string Option, string Grade, int? Total, int MaximumTotal, string Endorsement);
