namespace ResultsGrid.Tests.Pipeline;

/// <summary>How the results of one qualification or unit divide up.</summary>
/// <param name="Kind">qualification or unit.</param>
/// <param name="Grades">Highest first, U last.</param>
public sealed record ExpectedCount(string Kind, string Code, IReadOnlyList<string> Grades, IReadOnlyList<(string Outcome, string? Grade, bool IsPartial)> Results)
{
    public int Graded => Outcome("graded");

    public int Partial => Results.Count(result => result is { Outcome: "graded", IsPartial: true });

    /// <param name="outcome">graded, no-result, pending or absent.</param>
    public int Outcome(string outcome) => Results.Count(result => result.Outcome == outcome);

    public int Of(string grade) => Results.Count(result => result.Grade == grade);

    /// <summary>This grade or a better one.</summary>
    public int UpTo(string grade) => Grades.TakeWhile(better => better != grade).Append(grade).Sum(Of);

    /// <summary>One decimal, halves up; null where nobody is graded.</summary>
    public string? PercentUpTo(string grade)
        => Graded == 0 ? null : $"{Math.Floor(UpTo(grade) * 1000m / Graded + 0.5m) / 10:0.0}";
}
