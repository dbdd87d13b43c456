using ResultsGrid.Awarding.Codes;

namespace ResultsGrid.Awarding.Results;

/// <summary>A result that went into an award.</summary>
/// <param name="Series">The series it was taken in; this one or an earlier.</param>
/// <param name="Score">Uniform marks, or weighted marks for a linear component.</param>
public sealed record CountedResult(AssessmentCode Assessment, SeriesCode Series, decimal Score);
