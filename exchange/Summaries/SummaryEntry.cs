namespace ResultsGrid.Exchange.Summaries;

/// <summary>The results of one qualification or unit at a centre, counted.</summary>
/// <param name="Kind">qualification or unit.</param>
/// <param name="Grades">Highest first, U last; grades that nobody has are there with 0.</param>
/// <param name="NoResult">X.</param>
/// <param name="Pending">Q.</param>
/// <param name="Absent">Did not sit it; not among the grades.</param>
/// <param name="PartlyAbsent">Among the grades, with # beside them.</param>
public sealed record SummaryEntry(
    string Kind, string Code, string Title, IReadOnlyList<GradeCount> Grades, int NoResult, int Pending, int Absent, int PartlyAbsent)
{
    public int Graded => Grades.Sum(grade => grade.Count);

    public int Entries => Graded + NoResult + Pending + Absent;
}
