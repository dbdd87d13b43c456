using System.Globalization;
using ResultsGrid.Exchange.Pdf;
using ResultsGrid.Exchange.Pdf.Layout;
using ResultsGrid.Exchange.Results;

namespace ResultsGrid.Exchange.Summaries;

/// <summary>The summary to print: for each qualification and unit a small table with its grades across, or down where they are longer than a column is wide.</summary>
public static class SummaryPdf
{
    private const double Margin = 50;
    private const double LabelWidth = 81;
    private const double GradeWidth = 46;
    private const double SmallGradeWidth = 31;

    /// <summary>The longest grade that the narrower column holds (A*A*).</summary>
    private const int MaxCharactersAcross = 4;

    private static readonly TableColumn[] DownColumns =
    [
        new("Grade", 150, IsRowHeader: true), new("Candidates", 70, IsRightAligned: true), new("Cumulative", 70, IsRightAligned: true),
        new("Cumulative %", 80, IsRightAligned: true),
    ];

    /// <summary>More than this in one table would not fit the page: the other grades follow in a second.</summary>
    private const int MaxGradesAcross = 13;

    /// <summary>Up to this many columns have room to breathe.</summary>
    private const int MaxWideGrades = 9;

    /// <returns>A tagged PDF, A4.</returns>
    /// <exception cref="ArgumentException">There is no candidate.</exception>
    /// <exception cref="InvalidDataException">A result lacks its specification; the message names it.</exception>
    public static byte[] Render(CentreResults results)
    {
        var summary = ResultsSummary.Of(results);
        var document = new PdfDocument($"Summary of results, {results.SeriesTitle} ({results.Series}), centre {results.Centre}");
        var running = $"ResultsGrid, summary of results, {results.Series}, centre {results.Centre} {results.CentreName}";
        var flow = new PageFlow(document, new PageFrame(PageSize.A4, Margin, running, results.Notice), document.Structure);
        flow.Title("Summary of results");
        flow.Paragraph($"{results.SeriesTitle}, series {results.Series}. Centre {results.Centre} {results.CentreName}. Candidates: {results.Candidates.Count}.");
        flow.Paragraph("Cumulative figures count a grade and all better ones. Percentages are of candidates with a grade, U included. Results are provisional until certificates are issued.");
        foreach (var entry in summary.Entries) Set(flow, entry);
        flow.Close();
        return document.Finish();
    }

    private static void Set(PageFlow flow, SummaryEntry entry)
    {
        flow.Heading($"{entry.Code} {entry.Title}", keepWithNext: 85);
        flow.Paragraph(
            $"Entries for this {entry.Kind}: {entry.Entries}. Graded: {entry.Graded}, of these with work missing (#): {entry.PartlyAbsent}. " +
            $"No Result: {entry.NoResult}. Pending: {entry.Pending}. Absent: {entry.Absent}.",
            TextStyle.Small);
        if (entry.Grades.Any(grade => grade.Grade.Length > MaxCharactersAcross)) SetDown(flow, entry.Grades);
        else SetAcross(flow, entry.Grades);
    }

    private static void SetDown(PageFlow flow, IReadOnlyList<GradeCount> grades) => TableFlow.Set(
        flow,
        DownColumns,
        grades.Select(grade => new[] { grade.Grade, Figure(grade.Count), Figure(grade.Cumulative), Percent(grade) }),
        isSmall: true);

    private static void SetAcross(PageFlow flow, IReadOnlyList<GradeCount> all)
    {
        foreach (var grades in all.Chunk(MaxGradesAcross))
        {
            var width = grades.Length <= MaxWideGrades ? GradeWidth : SmallGradeWidth;
            TableColumn[] columns = [new("Grade", LabelWidth, IsRowHeader: true), .. grades.Select(grade => new TableColumn(grade.Grade, width, IsRightAligned: true))];
            TableFlow.Set(
                flow,
                columns,
                [
                    ["Candidates", .. grades.Select(grade => Figure(grade.Count))],
                    ["Cumulative", .. grades.Select(grade => Figure(grade.Cumulative))],
                    ["Cumulative %", .. grades.Select(Percent)],
                ],
                isSmall: true);
        }
    }

    private static string Percent(GradeCount grade) => grade.CumulativePercent?.ToString("0.0", CultureInfo.InvariantCulture) ?? "-";

    private static string Figure(int figure) => figure.ToString(CultureInfo.InvariantCulture);
}
