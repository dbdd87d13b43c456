namespace ResultsGrid.Exchange.Summaries;

/// <summary>How many were given a grade.</summary>
/// <param name="Cumulative">This grade or better.</param>
/// <param name="CumulativePercent">Of those who were given any grade, U included: one decimal, halves rounded up; null where nobody was.</param>
public sealed record GradeCount(string Grade, int Count, int Cumulative, decimal? CumulativePercent);
