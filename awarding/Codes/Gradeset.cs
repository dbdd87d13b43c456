using System.Text.Json.Serialization;

namespace ResultsGrid.Awarding.Codes;

/// <summary>The grades that a qualification or assessment can be given, highest first. U, below the lowest, is not listed.</summary>
public sealed record Gradeset(string Code, IReadOnlyList<Grade> Grades)
{
    /// <summary>The grade of a mark below every boundary.</summary>
    public static readonly Grade Unclassified = Grade.Parse("U");

    private const int Double = 2;
    private const int Triple = 3;

    /// <summary>How results files carry each grade, in the grades' order; null where each is carried as it is printed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ExchangeGrade>? ExchangeGrades { get; init; }

    /// <summary>True where each grade has two halves (AA, A*B, 9-8), which exchange files carry as first and second grade.</summary>
    public bool IsDouble => Parts == Double;

    /// <summary>How results files carry a grade: as the gradeset says, else a double award's in its halves and any other as it is printed. Null where that is more than 2 characters.</summary>
    public ExchangeGrade? Exchanged(Grade grade)
    {
        if (ExchangeGrades is not null && IndexOf(grade) is >= 0 and var index) return ExchangeGrades[index];
        if (IsDouble && CompoundGrade.PartsOf(grade) is [var first, var second]) return new ExchangeGrade(first, second);
        return ExchangeGrade.TryParse(grade.ToString(), null, out var printed) ? printed : null;
    }

    /// <summary>The grades of the single awards that make up a double or triple one, highest first; of any other set its own.</summary>
    /// <remarks>A unit of an Extended Diploma with D*D*D* to PPP is graded D*, D, M or P.</remarks>
    public IReadOnlyList<Grade> Singles() => Parts is Double or Triple ? [.. Grades.SelectMany(CompoundGrade.PartsOf).Distinct()] : Grades;

    /// <summary>Of how many single grades each grade is made; 1 unless all are made of the same number.</summary>
    private int Parts => Grades.Select(grade => CompoundGrade.PartsOf(grade).Count).Distinct().ToList() is [var parts] ? parts : 1;

    private int IndexOf(Grade grade)
    {
        for (var index = 0; index < Grades.Count; index++)
            if (Grades[index] == grade) return index;
        return -1;
    }
}
