using ResultsGrid.Awarding.Codes;

namespace ResultsGrid.Awarding.Marks;

/// <summary>One candidate's raw mark in one assessment of this series.</summary>
/// <param name="RawMark">0 to the maximum; null unless marked or partly absent.</param>
public sealed record AssessmentMark(AssessmentCode Assessment, MarkStatus Status, int? RawMark);
