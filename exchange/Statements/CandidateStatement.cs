using System.Globalization;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Awarding.Specification;
using ResultsGrid.Exchange.Pdf;
using ResultsGrid.Exchange.Pdf.Layout;
using ResultsGrid.Exchange.Results;

namespace ResultsGrid.Exchange.Statements;

/// <summary>The pages of one candidate.</summary>
internal sealed class CandidateStatement
{
    private const double Margin = 50;

    private static readonly TableColumn[] DetailColumns = [new("", 130, IsRowHeader: true, IsBold: true), new("", 365)];

    private static readonly TableColumn[] ComponentColumns = [new("Code", 78), new("Component", 295, IsRowHeader: true), new("Result", 122, IsBold: true)];

    private static readonly TableColumn[] EarlierColumns =
    [
        new("Code", 78), new("Unit", 248, IsRowHeader: true), new("Taken in", 72), new("Counted mark", 52, IsRightAligned: true), new("Out of", 45, IsRightAligned: true),
    ];

    /// <summary>Width of the columns of title and grade together.</summary>
    private const double AwardRoom = 265;

    private const double UnitRoom = 320;
    private const double GradeWidth = 72;

    /// <summary>Level 2 Distinction* with # beside it.</summary>
    private const double WidestGrade = 140;

    private const double CellPadding = 4;

    private readonly PageFlow flow;
    private readonly CentreResults results;
    private readonly SpecificationIndex specifications;
    private readonly CandidateResults candidate;

    private CandidateStatement(PdfDocument document, CentreResults results, SpecificationIndex specifications, CandidateResults candidate)
    {
        this.results = results;
        this.specifications = specifications;
        this.candidate = candidate;
        var running = $"ResultsGrid, statement of results, {results.Series}, centre {results.Centre}, candidate {candidate.Number}";
        flow = new PageFlow(document, new PageFrame(PageSize.A4, Margin, running, results.Notice), document.Structure.Add("Sect"));
        document.AddBookmark($"{candidate.Number} {candidate.Name}", flow.Page);
    }

    public static void Set(PdfDocument document, CentreResults results, SpecificationIndex specifications, CandidateResults candidate)
    {
        var statement = new CandidateStatement(document, results, specifications, candidate);
        statement.SetDetails();
        statement.SetAwards();
        statement.SetUnits();
        statement.SetComponents();
        statement.SetEarlierUnits();
        statement.SetNotes();
        statement.flow.Close();
    }

    private void SetDetails()
    {
        flow.Paragraph("ResultsGrid", TextStyle.Label, after: 0);
        flow.Title("Statement of results");
        flow.Paragraph($"{results.SeriesTitle}, series {results.Series}", after: 8);
        flow.Paragraph(candidate.Name.ToString(), TextStyle.Name, after: 4);
        List<string[]> details =
        [
            ["Candidate number", candidate.Number.ToString()],
            ["Date of birth", candidate.DateOfBirth.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)],
            ["UCI", candidate.Uci.ToString()],
            ["Centre", $"{results.Centre} {results.CentreName}"],
        ];
        if (candidate.Uln is { } uln) details.Insert(3, ["ULN", uln.ToString()]);
        TableFlow.Set(flow, DetailColumns, details);
    }

    private void SetAwards()
    {
        if (candidate.Awards.Count == 0)
        {
            flow.Heading("Qualifications", keepWithNext: 13);
            flow.Paragraph("No qualification was certified in this series; there are unit results only.");
            return;
        }

        flow.Heading("Qualifications");
        var gradeWidth = WidthOf(candidate.Awards.Select(PrintedGrade.Of));
        TableColumn[] columns =
        [
            new("Code", 58), new("Qualification", AwardRoom - gradeWidth, IsRowHeader: true), new("Grade", gradeWidth, IsBold: true),
            new("Endorsement", 75), new("Total mark", 52, IsRightAligned: true), new("Out of", 45, IsRightAligned: true),
        ];
        TableFlow.Set(flow, columns, candidate.Awards.Select(award => new[]
        {
            award.Qualification.ToString(),
            WithRemark(specifications.Of(award.Qualification).Title, award.Reason),
            PrintedGrade.Of(award),
            award.Endorsement?.ToString() ?? "-",
            Figure(award.Total),
            award.Total is null ? "-" : Figure(specifications.Of(award.Qualification).MaximumTotal),
        }));
    }

    private void SetUnits()
    {
        var units = Of(AssessmentKind.Unit);
        if (units.Count == 0) return;
        flow.Heading("Units taken in this series");
        var gradeWidth = WidthOf(units.Select(unit => PrintedGrade.Of(unit.Result)));
        TableColumn[] columns =
        [
            new("Code", 78), new("Unit", UnitRoom - gradeWidth, IsRowHeader: true), new("Grade", gradeWidth, IsBold: true),
            new("Uniform mark", 52, IsRightAligned: true), new("Out of", 45, IsRightAligned: true),
        ];
        TableFlow.Set(flow, columns, units.Select(unit => new[]
        {
            unit.Result.Assessment.ToString(),
            Described(unit.Result, unit.Assessment),
            PrintedGrade.Of(unit.Result),
            Figure(unit.Result.Ums),
            unit.Result.Ums is null ? "-" : Figure(unit.Assessment.Scale?.MaximumUms),
        }));
    }

    private void SetComponents()
    {
        var components = Of(AssessmentKind.Component);
        if (components.Count == 0) return;
        flow.Heading("Components");
        TableFlow.Set(flow, ComponentColumns, components.Select(component => new[]
        {
            component.Result.Assessment.ToString(),
            Described(component.Result, component.Assessment),
            PrintedGrade.Of(component.Result),
        }));
    }

    // Without them a total could not be added up from the statement.
    private void SetEarlierUnits()
    {
        var earlier = candidate.Awards.SelectMany(award => award.Counted).Where(counted => counted.Series != results.Series).Distinct()
            .OrderBy(counted => counted.Assessment).ToList();
        if (earlier.Count == 0) return;
        flow.Heading("Results of earlier series that count");
        TableFlow.Set(flow, EarlierColumns, earlier.Select(counted => new[]
        {
            counted.Assessment.ToString(),
            specifications.Of(counted.Assessment).Title,
            counted.Series.ToString(),
            counted.Score.ToString("0.##", CultureInfo.InvariantCulture),
            Figure(specifications.Of(counted.Assessment).Scale?.MaximumUms),
        }));
    }

    private void SetNotes()
    {
        flow.Heading("Notes", keepWithNext: 13);
        flow.Paragraph("These results are provisional until certificates are issued.");
        foreach (var note in StatementNotes.For(candidate)) flow.Paragraph(note);
    }

    /// <summary>Grades printed as words get the room that they need, at the title's cost.</summary>
    private static double WidthOf(IEnumerable<string> grades)
        => Math.Clamp(grades.Max(grade => TextStyle.Label.WidthOf(grade)) + 2 * CellPadding, GradeWidth, WidestGrade);

    private List<(AssessmentResult Result, Assessment Assessment)> Of(AssessmentKind kind)
        => [.. candidate.Assessments.Select(result => (result, specifications.Of(result.Assessment))).Where(pair => pair.Item2.Kind == kind)];

    private static string Described(AssessmentResult result, Assessment assessment)
        => WithRemark(assessment.Title, result.SpecialConsideration ? "Special consideration is included." : null);

    private static string WithRemark(string title, string? remark) => remark is null ? title : $"{title}\n{remark}";

    private static string Figure(int? figure) => figure?.ToString(CultureInfo.InvariantCulture) ?? "-";
}
