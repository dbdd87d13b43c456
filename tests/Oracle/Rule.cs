namespace ResultsGrid.Tests.Oracle;

/// <summary>One option of a qualification, as its rows in the package say.</summary>
public sealed record Rule(
    string Qualification,
    string Option,
    bool IsLinear,
    int MaximumTotal,
    int UnitCount,
    IReadOnlyList<(string Assessment, bool IsMandatory)> Parts,
    IReadOnlyList<(string Grade, int Mark)> Boundaries,
    (int Overall, int Ums, string[] Units, int? BestOf)? AStar,
    int TerminalSharePercent,
    bool FinalExaminationCounts)
{
    /// <summary>The grade that a total earns, before A*.</summary>
    public string Grade(int total)
    {
        foreach (var (grade, mark) in Boundaries)
            if (total >= mark) return grade;
        return "U";
    }
}
