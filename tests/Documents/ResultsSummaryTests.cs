using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Exchange.Summaries;
using static ResultsGrid.Tests.Documents.CentreBuilder;

namespace ResultsGrid.Tests.Documents;

public sealed class ResultsSummaryTests
{
    private static Exchange.Results.CentreResults SevenCandidates() => SampleCentre.Specifications()
        .Candidate(1, "A", "", [Award("H401", "A*", 372)], [UnitResult("F661", "A", 100)])
        .Candidate(2, "B", "", [Award("H401", "B", 290)], [UnitResult("F661", null, 0, Outcome.Absent)])
        .Candidate(3, "C", "", [Award("H401", "B", 280, partialAbsence: true)], [UnitResult("F661", "U", 10)])
        .Candidate(4, "D", "", [Award("H401", "U", 80)])
        .Candidate(5, "E", "", [Ungraded("H401", Outcome.NoResult, "No work in any component.")])
        .Candidate(6, "F", "", [Ungraded("H401", Outcome.Pending, "Not final.")], [UnitResult("F661", null, null, Outcome.Pending)])
        .Candidate(7, "G", "", [], [UnitResult("J999A", null, null, raw: 40)])
        .Build();

    [Fact]
    public void Percentages_are_of_those_with_a_grade_and_cumulate_from_the_top()
    {
        var summary = ResultsSummary.Of(SevenCandidates());
        Assert.Equal(["H401", "F661"], summary.Entries.Select(entry => entry.Code));
        var literature = summary.Entries[0];
        Assert.Equal(
            [("A*", 1, 1, 25m), ("A", 0, 1, 25m), ("B", 2, 3, 75m), ("C", 0, 3, 75m), ("D", 0, 3, 75m), ("E", 0, 3, 75m), ("U", 1, 4, 100m)],
            literature.Grades.Select(grade => (grade.Grade, grade.Count, grade.Cumulative, grade.CumulativePercent!.Value)));
        Assert.Equal((6, 4, 1, 1, 0, 1), (literature.Entries, literature.Graded, literature.NoResult, literature.Pending, literature.Absent, literature.PartlyAbsent));
        var unit = summary.Entries[1];
        Assert.Equal((4, 2, 0, 1, 1), (unit.Entries, unit.Graded, unit.NoResult, unit.Pending, unit.Absent));
    }

    [Fact]
    public void Summary_csv_has_a_line_for_each_grade_and_each_way_to_have_none()
    {
        var lines = Encoding.UTF8.GetString(SummaryCsv.Render(SevenCandidates())).Split("\r\n");
        Assert.Contains("6B26,10101,qualification,H401,English Literature,6,B,2,3,75.0,", lines);
        Assert.Contains("6B26,10101,qualification,H401,English Literature,6,No Result,1,,,", lines);
        Assert.Contains("6B26,10101,qualification,H401,English Literature,6,Pending,1,,,", lines);
        Assert.Contains("6B26,10101,unit,F661,Poetry and Prose 1800–1945,4,Absent,1,,,", lines);
        Assert.Contains("6B26,10101,qualification,H401,English Literature,6,#,1,,,", lines);
    }

    [Fact]
    public void Summary_pdf_is_valid_tagged_and_the_same_each_time()
    {
        var pdf = SummaryPdf.Render(SevenCandidates());
        PdfTool.Check(pdf);
        Assert.Matches(@"Tagged:\s+yes", PdfTool.Info(pdf));
        Assert.Matches(@"Title:\s+Summary of results, June 2026 GCE \(6B26\), centre 10101\n", PdfTool.Info(pdf));
        var text = string.Concat(PdfTool.Text(pdf));
        Assert.Contains("Grade A* A B C D E U\nCandidates 1 0 2 0 0 0 1\nCumulative 1 1 3 3 3 3 4\nCumulative % 25.0 25.0 75.0 75.0 75.0 75.0 100.0\n", text, StringComparison.Ordinal);
        Assert.Contains("No Result: 1. Pending: 1. Absent: 0.", text, StringComparison.Ordinal);
        Assert.Equal(pdf, SummaryPdf.Render(SevenCandidates()));
    }

    [Theory]
    [InlineData(9, 0)]
    [InlineData(10, 1)]
    public void Up_to_nine_grades_have_wide_columns(int grades, int isNarrower)
    {
        Assert.Equal(isNarrower, Math.Sign(Width(9) - Width(grades)));

        // From one count to the next.
        static double Width(int grades)
        {
            var scale = new Gradeset("invented", Grades([.. Enumerable.Range(1, grades - 1).Reverse().Select(grade => $"{grade}")]));
            var results = new CentreBuilder().Qualification("H401", "English Literature", scale).Candidate(1, "A", "", [Award("H401", "1", 300)]).Build();
            var places = Regex.Matches(PdfTool.Boxes(SummaryPdf.Render(results)), "xMin=\"([0-9.]+)\"[^>]*>0</word>").Select(word => double.Parse(word.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
            return Math.Round(places[1] - places[0], 1);
        }
    }

    [Fact]
    public void Where_nobody_has_a_grade_there_is_no_percentage()
    {
        var results = SampleCentre.Specifications().Candidate(1, "A", "", [Ungraded("H401", Outcome.Pending, "Not final.")]).Build();
        Assert.All(ResultsSummary.Of(results).Entries[0].Grades, grade => Assert.Null(grade.CumulativePercent));
        Assert.Contains("6B26,10101,qualification,H401,English Literature,1,A,0,0,,", Encoding.UTF8.GetString(SummaryCsv.Render(results)), StringComparison.Ordinal);
        Assert.Contains("Cumulative % - - - - - - -\n", string.Concat(PdfTool.Text(SummaryPdf.Render(results))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, 1, 33.3)]
    [InlineData(3, 2, 66.7)]
    [InlineData(8, 1, 12.5)]
    [InlineData(16, 1, 6.3)] // 6.25: halves up
    public void Percentages_have_one_decimal_and_halves_go_up(int candidates, int withA, decimal percent)
    {
        var builder = SampleCentre.Specifications();
        for (var number = 1; number <= candidates; number++) builder.Candidate(number, "A", "", [Award("H401", number <= withA ? "A" : "B", 300)]);
        Assert.Equal(percent, ResultsSummary.Of(builder.Build()).Entries[0].Grades[1].CumulativePercent);
    }

    [Fact]
    public void A_grade_outside_the_gradeset_is_shown_after_U()
    {
        var results = SampleCentre.Specifications().Candidate(1, "A", "", [Award("H401", "Z", 300)]).Candidate(2, "B", "", [Award("H401", "F", 300)]).Build();
        Assert.Equal(["A*", "A", "B", "C", "D", "E", "U", "F", "Z"], ResultsSummary.Of(results).Entries[0].Grades.Select(grade => grade.Grade));
    }

    [Fact]
    public void Summary_of_a_centre_without_candidates_is_refused_by_name()
    {
        var refused = Assert.Throws<ArgumentException>(() => ResultsSummary.Of(SampleCentre.Specifications().Build()));
        Assert.Equal("Centre 10101 has no candidate in series 6B26: there is no summary to print.", refused.Message);
    }

    [Fact]
    public void A_notice_stands_in_every_line()
    {
        var text = Encoding.UTF8.GetString(SummaryCsv.Render(SevenCandidates() with { Notice = "Invented data" }));
        Assert.StartsWith("\uFEFFseries,centre_number,kind,code,title,entries,grade,count,cumulative_count,cumulative_percent,notice\r\n", text, StringComparison.Ordinal);
        Assert.All(text.Split("\r\n")[1..^1], line => Assert.EndsWith(",Invented data", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Gradeset_wider_than_the_page_goes_on_in_a_second_table()
    {
        string[] grades = [.. Enumerable.Range(2, 17).Select(halves => 20 - halves).Select(sum => $"{(sum + 1) / 2}-{sum / 2}")];
        var results = SampleCentre.Specifications().Qualification("J250", "Combined Science A", new ResultsGrid.Awarding.Codes.Gradeset("9-9", Grades(grades)), 420)
            .Candidate(1, "A", "B", [Award("J250", "9-9", 400)]).Candidate(2, "C", "D", [Award("J250", "1-1", 40)]).Build();
        var text = string.Concat(PdfTool.Text(SummaryPdf.Render(results)));
        Assert.Contains("Grade 9-9 9-8 8-8 8-7 7-7 7-6 6-6 6-5 5-5 5-4 4-4 4-3 3-3\n", text, StringComparison.Ordinal);
        Assert.Contains("Grade 3-2 2-2 2-1 1-1 U\nCandidates 0 0 0 1 0\nCumulative 1 1 1 2 2\nCumulative % 50.0 50.0 50.0 100.0 100.0\n", text, StringComparison.Ordinal);
    }
}
