using ResultsGrid.Awarding.Codes;

namespace ResultsGrid.Awarding.Marks;

/// <summary>A unit result banked in an earlier series, which aggregation may use.</summary>
public sealed record EarlierResult(AssessmentCode Assessment, SeriesCode Series, int Ums, Grade Grade);
