using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.SeriesFiles.Tables;

namespace ResultsGrid.Exchange.SeriesFiles.Basedata;

/// <summary>gradesets.csv: what grades look like, in order, and how results files carry those that are longer than 2 characters.</summary>
internal sealed class GradesetRows() : TableFile(
    SeriesFileNames.Gradesets,
    PackageLimits.MaxBasedataRows,
    "gradeset", "grades", "exchange_grades")
{
    private readonly Dictionary<string, (int Line, Gradeset? Gradeset)> gradesets = [];

    public override bool IsNeeded => false;

    /// <returns>False where the file has no such line. A line with a fault has no gradeset, and what names it is no fault.</returns>
    public bool TryFind(string code, out Gradeset? gradeset)
    {
        var isThere = gradesets.TryGetValue(code, out var line);
        gradeset = line.Gradeset;
        return isThere;
    }

    public override void Read(Row row)
    {
        var code = row["gradeset"].Text(PackageLimits.MaxShortCodeCharacters);
        var grades = row["grades"].Grades();
        if (row["grades"].IsBlank) row["grades"].Refuse("is blank, and needs the grades highest first");
        var exchanged = row["exchange_grades"].ExchangeGrades();
        if (!row.IsFaulty && exchanged.Count > 0 && exchanged.Count != grades.Count)
            row["exchange_grades"].Refuse($"lists {exchanged.Count} grades for the {grades.Count} in grades");
        foreach (var reserved in exchanged.Where(one => one is { Second: null } && one.First.ToString() is "U" or "X" or "Q"))
            row["exchange_grades"].Refuse($"lists {reserved}, which results files carry for something else");
        var gradeset = row.IsFaulty ? null : new Gradeset(code, grades) { ExchangeGrades = exchanged.Count > 0 ? exchanged : null };
        if (gradeset is not null) HoldToFields(row["grades"], gradeset);
        if (code.Length > 0 && !gradesets.TryAdd(code, (row.Line, row.IsFaulty ? null : gradeset)))
            row["gradeset"].Refuse($"stands in line {gradesets[code].Line} already");
    }

    /// <summary>A grade that results files can't carry would stop every centre's publication.</summary>
    public static void HoldToFields(Cell grades, Gradeset gradeset)
    {
        foreach (var grade in gradeset.Grades.Where(grade => gradeset.Exchanged(grade) is null))
            grades.Refuse($"lists {grade}, which results files carry in {ExchangeGrade.FieldLength} characters: {SeriesFileNames.Gradesets} must say as what");
    }
}
