namespace ResultsGrid.Awarding.Codes;

/// <summary>The grades that a qualification or assessment can be given, highest first. U, below the lowest, is not listed.</summary>
public sealed record Gradeset(string Code, IReadOnlyList<Grade> Grades)
{
    /// <summary>The grade of a mark below every boundary.</summary>
    public static readonly Grade Unclassified = Grade.Parse("U");

    /// <summary>True where each grade has two halves (AA, A*B, 9-8), which exchange files carry as first and second grade.</summary>
    public bool IsDouble => Grades.Count > 0 && Grades.All(grade => grade.IsDouble);
}
