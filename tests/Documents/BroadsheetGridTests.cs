using System.Globalization;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Exchange.Broadsheets;
using ResultsGrid.Exchange.Results;
using ResultsGrid.Exchange.Xml;
using static ResultsGrid.Tests.Documents.CentreBuilder;
using Outcome = ResultsGrid.Awarding.Results.Outcome;

namespace ResultsGrid.Tests.Documents;

/// <summary>A broadsheet of 36 qualifications, wider than a page: what stands in each cell, as text and as ink, held against the XML.</summary>
public sealed class BroadsheetGridTests
{
    private const int Qualifications = 36;
    private const int Candidates = 40;
    private const int DotsPerInch = 300;

    /// <summary>The type size of the grid.</summary>
    private const double GridPoints = 8;

    private const string ByNumber = "Grades by candidate number";
    private const string ByName = "Grades by name";

    /// <summary>Grades as they are printed, and how results files carry each.</summary>
    private static readonly (string Printed, string Exchanged)[] OfGradeset =
    [
        ("A*A*", "A*/A*"), ("9-9", "9/9"), ("D*D*D*", "D1"), ("A*", "A*"), ("Distinction*", "D*"), ("A", "A"), ("9-8", "9/8"), ("7", "7"), ("*2", "*2"), ("B", "B"), ("AA", "A/A"), ("Merit", "M1"), ("1", "1"),
    ];

    private static readonly string[] Printed = [.. OfGradeset.Select(grade => grade.Printed), "U"];
    private static readonly string[] Families = ["Smith-Jones", "SMITH", "Smith Jones", "Nguyễn", "O'Brien", "Žižek", "Щербаков", "VAN DER BERG-FEATHERSTONEHAUGH"];

    private static readonly CentreResults Centre = Build();
    private static readonly byte[] Pdf = BroadsheetPdf.Render(Centre);
    private static readonly IReadOnlyList<PrintedGrid> Grids = PrintedGrid.Of(Pdf);

    [Theory]
    [InlineData(ByNumber)]
    [InlineData(ByName)]
    public void Every_grade_of_the_xml_stands_in_the_cell_of_its_candidate_and_qualification_and_nothing_else(string title)
    {
        var expected = XmlGrades().ToDictionary(grade => (grade.Number, grade.Code), grade => grade.Text);
        var printed = Grids.Where(grid => grid.Title == title).SelectMany(grid => grid.Cells).ToDictionary(cell => cell.Key, cell => cell.Value.Text);
        Assert.True(expected.Count > 500, $"Only {expected.Count} grades.");
        foreach (var text in new[] { "A*A*", "9-9", "A* #", "D*D*D*", "Distinction*", "Merit", "U", "Pending", "No Result" }) Assert.Contains(text, expected.Values);
        var wrong = expected.Keys.Union(printed.Keys).Where(cell => expected.GetValueOrDefault(cell) != printed.GetValueOrDefault(cell)).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(20).Select(cell => $"{cell}: {expected.GetValueOrDefault(cell)} expected, {printed.GetValueOrDefault(cell)} printed")));
    }

    [Theory]
    [InlineData(ByNumber)]
    [InlineData(ByName)]
    public void The_ink_of_every_cell_is_its_grade_whole_and_alone(string title)
    {
        var expected = XmlGrades().ToDictionary(grade => (grade.Number, grade.Code), grade => grade.Text);
        var inks = expected.Values.Distinct().ToDictionary(text => text, text => PdfTool.Drawn(PangoTool.Draw(text, "Atkinson Hyperlegible", GridPoints, isBold: true), DotsPerInch).Trimmed());
        foreach (var grid in Grids.Where(grid => grid.Title == title))
        {
            var page = PdfTool.Drawn(Pdf, DotsPerInch, grid.Page);
            foreach (var (cell, printed) in grid.Cells)
            {
                var ink = Cut(page, printed.Area).Trimmed();
                var meant = inks[expected[cell]];
                Assert.True(
                    Math.Abs(ink.Width - meant.Width) <= 2 && Math.Abs(ink.Height - meant.Height) <= 2 && ink.DifferenceFrom(meant) == 0,
                    $"{title}, page {grid.Page}, candidate {cell.Number}, {cell.Code}: {ink.Width} x {ink.Height} pixels, {expected[cell]} has {meant.Width} x {meant.Height}; {ink.DifferenceFrom(meant)} differ.");
            }
        }
    }

    [Fact]
    public void Columns_go_on_over_pages_beside_the_same_candidates()
    {
        var parts = Grids.Where(grid => grid.Title == ByNumber).GroupBy(grid => grid.Rows[0].Number).ToList();
        Assert.InRange(parts.Count, 2, 4);
        Assert.Equal(Centre.Candidates.Select(candidate => candidate.Number.ToString()), parts.SelectMany(part => part.First().Rows).Select(row => row.Number));
        foreach (var part in parts)
        {
            Assert.InRange(part.Count(), 2, 4);
            Assert.Equal(Centre.Qualifications.Select(qualification => qualification.Code.ToString()), part.SelectMany(grid => grid.Codes));
            Assert.All(part, grid => Assert.Equal(part.First().Rows, grid.Rows));
        }
    }

    [Fact]
    public void By_name_candidates_stand_as_people_look_them_up()
    {
        var firstPages = Grids.Where(grid => grid.Title == ByName && grid.Codes[0] == Centre.Qualifications[0].Code.ToString());
        var families = firstPages.SelectMany(grid => grid.Rows).Select(row => row.Name.Split(':')[0]).Distinct();
        Assert.Equal(["Nguyễn", "O'Brien", "SMITH", "Smith Jones", "Smith-Jones", "VAN DER BERG-FEATHERSTONEHAUGH", "Žižek", "Щербаков"], families);
        Assert.Equal(Centre.Candidates.Count, firstPages.Sum(grid => grid.Rows.Count));
    }

    [Fact]
    public void A_grid_says_whose_row_it_is()
    {
        foreach (var row in Grids.SelectMany(grid => grid.Rows))
        {
            var name = Centre.Candidates.Single(candidate => candidate.Number.ToString() == row.Number).Name.ToString();
            Assert.Equal(name.Replace(" ", "", StringComparison.Ordinal), row.Name.Replace(" ", "", StringComparison.Ordinal));
        }
    }

    /// <summary>The cell without the rules around it.</summary>
    private static InkImage Cut(InkImage page, PrintedArea area)
    {
        const double rule = 0.8;
        var (left, top) = (Dots(area.Left + rule), Dots(area.Top + rule));
        var right = double.IsInfinity(area.Right) ? page.Width : Dots(area.Right - rule);
        // The last row of a page ends at its rule, which is paler than ink.
        var bottom = double.IsInfinity(area.Bottom) ? top + Dots(11) : Dots(area.Bottom - rule);
        return page.Cut(left, top, right - left, bottom - top);

        static int Dots(double points) => (int)Math.Round(points * DotsPerInch / 72);
    }

    private static IEnumerable<(string Number, string Code, string Text)> XmlGrades()
    {
        var xml = Assert.IsType<XmlResultsReading.Accepted>(XmlResultsReader.Read(XmlResultsFile.Write(Centre).Bytes)).Results;
        return xml.Candidates.SelectMany(candidate => candidate.Awards.Select(award => (candidate.Number.ToString(), award.Award.Qualification.ToString(), award.Award.Outcome switch
        {
            Outcome.NoResult => "No Result",
            Outcome.Pending => "Pending",
            _ => award.Award.PartialAbsence ? $"{award.Award.Grade} #" : $"{award.Award.Grade}",
        })));
    }

    private static CentreResults Build()
    {
        var builder = new CentreBuilder();
        var gradeset = new Gradeset("invented", [.. OfGradeset.Select(grade => Grade.Parse(grade.Printed))]) { ExchangeGrades = [.. OfGradeset.Select(grade => ExchangeGrade.Parse(grade.Exchanged))] };
        for (var index = 0; index < Qualifications; index++) builder.Qualification($"H{400 + index}", $"Qualification {index}", gradeset, maximum: 600);
        for (var number = 1; number <= Candidates; number++)
            builder.Candidate(number, Families[number % Families.Length], $"Forename {number}", [.. Enumerable.Range(0, Qualifications).Where(index => (number + index) % 3 > 0).Select(index => AwardOf(number, index))]);
        return builder.Build();
    }

    private static Award AwardOf(int number, int index)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"H{400 + index}");
        var kind = ((number * 7) + (index * 5)) % 23;
        return kind switch
        {
            0 => Ungraded(code, Outcome.NoResult, "More than one UCI is known for this candidate."),
            1 => Ungraded(code, Outcome.Pending, "The result of a unit is not final."),
            _ => Award(code, Printed[(number + (index * 3)) % Printed.Length], 300 + index, partialAbsence: kind % 4 == 0),
        };
    }
}
