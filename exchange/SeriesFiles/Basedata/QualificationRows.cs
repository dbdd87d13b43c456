using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Specification;
using ResultsGrid.Exchange.SeriesFiles.Tables;

namespace ResultsGrid.Exchange.SeriesFiles.Basedata;

/// <summary>qualifications.csv: what may be certified, and by which rules.</summary>
internal sealed class QualificationRows(AssessmentRows assessments, GradesetRows gradesetRows) : TableFile(
    SeriesFileNames.Qualifications,
    PackageLimits.MaxBasedataRows,
    "qualification_code", "title", "family", "structure", "gradeset", "grades", "maximum_total", "a_star_overall_ums", "a_star_ums",
    "a_star_units", "a_star_best_of", "terminal_share_percent", "terminal_final_examination", "terminal_provenance",
    "endorsement_grades", "two_results_files", "provenance")
{
    public const int MaxTotal = 9_999;
    public const int MaxUnits = 50;

    private readonly Dictionary<QualificationCode, QualificationDraft> drafts = [];
    private readonly Dictionary<string, QualificationDraft> gradesets = [];

    public IReadOnlyCollection<QualificationDraft> All => drafts.Values;

    /// <returns>Null where the cell names none; that it doesn't exist is then a fault already.</returns>
    public QualificationDraft? NamedBy(Cell cell)
    {
        var code = cell.QualificationCode();
        var draft = drafts.GetValueOrDefault(code);
        if (draft is null && code != default && IsWhole) cell.Refuse($"is not in {Name}");
        return draft;
    }

    public override void Read(Row row)
    {
        var code = row["qualification_code"].QualificationCode();
        var title = row["title"].Text(PackageLimits.MaxTitleCharacters);
        var family = row["family"].Word(Words.Family);
        var structure = row["structure"].Word(Words.Structure);
        var gradeset = Gradeset(row);
        var grades = gradeset.Grades;
        var maximumTotal = row["maximum_total"].Number(1, MaxTotal);
        var aStar = AStar(row, grades, maximumTotal);
        var terminal = Terminal(row);
        var endorsementGrades = row["endorsement_grades"].Grades();
        foreach (var grade in endorsementGrades.Where(grade => grade.ToString().Length > ExchangeGrade.FieldLength))
            row["endorsement_grades"].Refuse($"lists {grade}, and results files carry an endorsement in {ExchangeGrade.FieldLength} characters");
        var hasTwoResultsFiles = row["two_results_files"].WordOrBlank(Words.YesOrNo) ?? false;
        var provenance = row["provenance"].Provenance();

        if (!row.IsFaulty) HoldToStructure(row, family, structure, aStar, terminal);
        if (code == default) return;

        var draft = new QualificationDraft
        {
            Line = row.Line,
            Code = code,
            IsSound = !row.IsFaulty,
            Title = title,
            Family = family,
            Structure = structure,
            Gradeset = gradeset,
            MaximumTotal = maximumTotal,
            AStar = aStar,
            Terminal = terminal,
            EndorsementGrades = endorsementGrades,
            HasTwoResultsFiles = hasTwoResultsFiles,
            Provenance = provenance,
        };
        if (!drafts.TryAdd(code, draft)) row["qualification_code"].Refuse($"stands in line {drafts[code].Line} already");
        else if (draft.IsSound) HoldToGradeset(row["grades"], draft);
    }

    /// <summary>As gradesets.csv has it, or with the grades that the line lists itself.</summary>
    private Gradeset Gradeset(Row row)
    {
        var code = row["gradeset"].Text(PackageLimits.MaxShortCodeCharacters);
        var grades = row["grades"].Grades();
        if (gradesetRows.TryFind(code, out var given))
        {
            if (given is not null && !row["grades"].IsBlank && !given.Grades.SequenceEqual(grades))
                row["grades"].Refuse($"differs from the grades of gradeset {code} in {gradesetRows.Name}");
            return given ?? new Gradeset(code, grades);
        }

        var listed = new Gradeset(code, grades);
        if (row["grades"].IsBlank && gradesetRows.IsWhole) row["grades"].Refuse($"is blank, and needs the grades highest first: {gradesetRows.Name} has no gradeset {code}");
        else GradesetRows.HoldToFields(row["grades"], listed);
        return listed;
    }

    private AStarRule? AStar(Row row, IReadOnlyList<Grade> grades, int maximumTotal)
    {
        var overall = row["a_star_overall_ums"].NumberOrBlank(1, maximumTotal);
        var ums = row["a_star_ums"].NumberOrBlank(1, maximumTotal);
        var units = row["a_star_units"].List<AssessmentCode>(AssessmentCode.Expected);
        var bestOf = row["a_star_best_of"].NumberOrBlank(1, units.Count > 0 ? units.Count : MaxUnits);
        foreach (var unit in units.Where(unit => assessments.IsWhole && assessments.Find(unit) is null))
            row["a_star_units"].Refuse($"names {unit}, which is not in {assessments.Name}");

        if (overall is { } minimumOverall && ums is { } minimum)
        {
            var missing = ((string[])["A*", "A"]).Where(grade => !grades.Contains(Grade.Parse(grade))).ToList();
            if (missing.Count > 0 && grades.Count > 0) row["grades"].Refuse($"lacks {string.Join(" and ", missing)}, which the A* rule needs");
            return new AStarRule(minimumOverall, minimum, [.. units.Order()], bestOf);
        }

        foreach (var column in (string[])["a_star_overall_ums", "a_star_ums", "a_star_units", "a_star_best_of"])
            row[column].RefuseUnlessBlank("is only half of an A* rule, which needs a_star_overall_ums and a_star_ums");
        return null;
    }

    private static TerminalRule? Terminal(Row row)
    {
        var share = row["terminal_share_percent"].NumberOrBlank(0, 100);
        var final = row["terminal_final_examination"].WordOrBlank(Words.YesOrNo);
        var provenance = row["terminal_provenance"].WordOrBlank(Words.Provenance);
        if (share is null && final is null)
        {
            row["terminal_provenance"].RefuseUnlessBlank("is given without a terminal rule");
            return null;
        }

        if (row["terminal_provenance"].IsBlank) row["terminal_provenance"].Refuse($"is blank, and a terminal rule needs {Words.Provenance.Expected}");
        return new TerminalRule(share ?? 0, final ?? false, provenance ?? default);
    }

    private static void HoldToStructure(Row row, Family family, Structure structure, AStarRule? aStar, TerminalRule? terminal)
    {
        if (aStar is not null && (family, structure) != (Family.GceALevel, Structure.Unitised))
            row["a_star_overall_ums"].Refuse("is for a unitised A Level: nothing else has an A* rule");
        if (terminal is not null && structure == Structure.Linear)
            row["terminal_provenance"].Refuse("is for a unitised qualification: all of a linear one is taken in its series");
    }

    private void HoldToGradeset(Cell grades, QualificationDraft draft)
    {
        var code = draft.Gradeset.Code;
        if (gradesets.TryAdd(code, draft) || gradesets[code].Grades.SequenceEqual(draft.Grades)) return;
        grades.Refuse($"differs from the grades of gradeset {code} in line {gradesets[code].Line}");
    }
}
