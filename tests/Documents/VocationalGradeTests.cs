using System.Text;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Results;
using ResultsGrid.Exchange.Statements;
using ResultsGrid.Exchange.Summaries;
using static ResultsGrid.Tests.Documents.CentreBuilder;

namespace ResultsGrid.Tests.Documents;

/// <summary>Triple grades and grades printed as words, in the documents that print them.</summary>
public sealed class VocationalGradeTests
{
    private const string National = "J837";
    private const string Technical = "05855";
    private const string Diploma = "05877";

    private static readonly CentreResults Centre = new CentreBuilder()
        .Qualification(National, "Health and Social Care", Set("Level 2 Distinction*", "Level 2 Distinction", "Level 2 Merit", "Level 2 Pass", "Level 1 Distinction", "Level 1 Merit", "Level 1 Pass"), 210)
        .Qualification(Technical, "Digital Media", Set("Distinction*", "Distinction", "Merit", "Pass"), 54)
        .Qualification(Diploma, "Performing Arts", Set("D*D*D*", "D*D*D", "D*DD", "DDD", "DDM", "DMM", "MMM", "MMP", "MPP", "PPP"), 108)
        .Qualification("J814", "Sport Science", Set("*2", "D2", "M2", "P2", "D1", "M1", "P1"), 200)
        .Candidate(1, "WORDS", "Ada", [Award(National, "Level 2 Distinction*", 203, partialAbsence: true), Award(Technical, "Distinction*", 52), Award(Diploma, "D*D*D*", 107)])
        .Candidate(2, "TRIPLE", "Ben", [Award(National, "Level 2 Merit", 151), Award(Diploma, "DMM", 90), Award("J814", "P1", 61)])
        .Candidate(3, "LEVELS", "Cleo", [Award(National, "Level 1 Distinction", 101), Award(Diploma, "PPP", 77), Award("J814", "*2", 190)])
        .Candidate(4, "LOW", "Dan", [Award(National, "U", 20), Award(Technical, "Pass", 40), Award("J814", "D1", 99)])
        .Build();

    [Fact]
    public void A_statement_prints_words_and_triple_grades_on_one_line()
    {
        var lines = PdfTool.LaidOut(new CentreStatements(Centre).Whole())[0].Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Contains("J837 Health and Social Care Level 2 Distinction* # - 203 210", lines);
        Assert.Contains("05855 Digital Media Distinction* - 52 54", lines);
        Assert.Contains("05877 Performing Arts D*D*D* - 107 108", lines);
    }

    [Fact]
    public void Level_2_and_Level_1_grades_are_counted_highest_first_by_their_gradeset()
    {
        Assert.Equal(
            ["*2 1 1", "D2 0 1", "M2 0 1", "P2 0 1", "D1 1 2", "M1 0 2", "P1 1 3", "U 0 3"],
            Counted("J814"));
        Assert.Equal(
            ["Level 2 Distinction* 1 1", "Level 2 Distinction 0 1", "Level 2 Merit 1 2", "Level 2 Pass 0 2", "Level 1 Distinction 1 3", "Level 1 Merit 0 3", "Level 1 Pass 0 3", "U 1 4"],
            Counted(National));
    }

    [Fact]
    public void Triple_grades_are_counted_highest_first_by_their_gradeset()
        => Assert.Equal(
            ["D*D*D* 1 1", "D*D*D 0 1", "D*DD 0 1", "DDD 0 1", "DDM 0 1", "DMM 1 2", "MMM 0 2", "MMP 0 2", "MPP 0 2", "PPP 1 3", "U 0 3"],
            Counted(Diploma));

    [Fact]
    public void A_printed_summary_lists_long_grades_down_the_page_and_short_ones_across()
    {
        var text = string.Concat(PdfTool.Text(SummaryPdf.Render(Centre)));
        Assert.Contains("Grade Candidates Cumulative Cumulative %\nLevel 2 Distinction* 1 1 25.0\nLevel 2 Distinction 0 1 25.0\n", text, StringComparison.Ordinal);
        Assert.Contains("Grade *2 D2 M2 P2 D1 M1 P1 U\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_for_programs_has_the_grades_as_they_are_printed()
        => Assert.Contains(",05877,Performing Arts,3,DMM,1,2,66.7,", Encoding.UTF8.GetString(SummaryCsv.Render(Centre)), StringComparison.Ordinal);

    private static IEnumerable<string> Counted(string code)
        => ResultsSummary.Of(Centre).Entries.Single(entry => entry.Code == code).Grades.Select(grade => $"{grade.Grade} {grade.Count} {grade.Cumulative}");

    private static Gradeset Set(params string[] grades) => new("invented", Grades(grades));
}
