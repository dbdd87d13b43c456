using System.Text;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Exchange.Broadsheets;
using static ResultsGrid.Tests.Documents.CentreBuilder;
using Outcome = ResultsGrid.Awarding.Results.Outcome;

namespace ResultsGrid.Tests.Documents;

public sealed class BroadsheetTests
{
    [Fact]
    public void Broadsheet_csv_has_a_line_a_candidate_and_a_column_for_every_result()
    {
        var lines = Encoding.UTF8.GetString(BroadsheetCsv.Render(SampleCentre.Build())).Split("\r\n");
        Assert.Equal(
            "\uFEFFseries,centre_number,centre_name,candidate_number,family_name,forenames,date_of_birth,uci,uln," +
            "7892 grade,7892 total,7892 endorsement,H401 grade,H401 total,H401 endorsement,H465 grade,H465 total,H465 endorsement,J999 grade,J999 total,J999 endorsement," +
            "4751 grade,4751 ums,4752 grade,4752 ums,F661 grade,F661 ums,F662 grade,F662 ums,F961 grade,F961 ums,F962 grade,F962 ums,notice",
            lines[0]);
        Assert.Equal(
            "6B26,10101,Fernleigh School,0001,ABERNATHY-WYNN,Siân Ŵyn,2008-03-14,101010260001C,0000000042," +
            "B #,431,,A*,372,P,,,,9-8,380,,A,91,,,B,93,U,21,,,,,",
            lines[1]);
        Assert.Equal(
            "6B26,10101,Fernleigh School,0002,O'BRIEN (Jr),Zoë-Marie,2008-03-14,101010260002H,," +
            ",,,Pending,,,No Result,,,,,,,,,,Pending,,,,Absent #,0,No Result,,",
            lines[2]);
        Assert.Equal(5, lines.Length);
    }

    [Fact]
    public void Broadsheet_pdf_is_valid_and_has_each_result_in_its_own_cell()
    {
        var pdf = BroadsheetPdf.Render(SampleCentre.Build());
        PdfTool.Check(pdf);
        Assert.Matches(@"Tagged:\s+yes", PdfTool.Info(pdf));
        Assert.Matches(@"Title:\s+Results broadsheet, June 2026 GCE \(6B26\), centre 10101\n", PdfTool.Info(pdf));
        var cells = Cells(pdf);
        Assert.Equal(["A*", "B #", "9-8"], cells["Grades by candidate number"].Where(cell => cell.Number == "0001").OrderBy(cell => cell.Code == "J999").ThenByDescending(cell => cell.Code).Select(cell => cell.Text));
        Assert.Contains(("0002", "H465", "No Result"), cells["Grades by name"]);
        Assert.Contains(("0002", "H401", "Pending"), cells["Grades by name"]);
        Assert.Contains(("0001", "H401", "372 P"), cells["Total marks and endorsements by candidate number"]);
        Assert.DoesNotContain(cells["Total marks and endorsements by candidate number"], cell => cell.Number == "0002");
        Assert.Contains(("0001", "F661", "B 93"), cells["Unit grades and uniform marks by candidate number"]);
        Assert.Contains(("0002", "F961", "Absent # 0"), cells["Unit grades and uniform marks by name"]);
        Assert.Contains(("0003", "4751", "C # 62"), cells["Unit grades and uniform marks by name"]);
        var text = string.Concat(PdfTool.Text(pdf));
        Assert.Contains("0001 ABERNATHY-WYNN: Siân Ŵyn 101010260001C 14/03/2008", text, StringComparison.Ordinal);
        Assert.Contains("F661 Poetry and Prose 1800–1945 120", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Someone_who_listens_hears_headings_and_whose_row_each_cell_is_in()
        => Assert.Matches(@"(?s)H2.*Grades by candidate number.*Table.*TR.*TH.*No\..*TH.*H401.*TD.*0001.*TH.*ABERNATHY-WYNN.*TD.*B #", PdfTool.Structure(BroadsheetPdf.Render(SampleCentre.Build())));

    [Fact]
    public void Every_candidate_of_a_long_broadsheet_has_a_row_in_each_part_of_each_grid()
    {
        var results = SampleCentre.Large(2_000);
        var pdf = BroadsheetPdf.Render(results);
        PdfTool.Check(pdf);
        var grids = PrintedGrid.Of(pdf);
        foreach (var part in grids.GroupBy(grid => (grid.Title, grid.Codes[0])))
            Assert.Equal(results.Candidates.Select(candidate => candidate.Number.ToString()), part.SelectMany(grid => grid.Rows).Select(row => row.Number).Order(StringComparer.Ordinal));
        Assert.Equal(5, grids.Select(grid => grid.Title).Distinct().Count());
        Assert.Equal(pdf, BroadsheetPdf.Render(SampleCentre.Large(2_000)));
    }

    [Fact]
    public void Candidate_with_more_results_than_a_page_holds_loses_none()
    {
        var builder = SampleCentre.Specifications();
        for (var unit = 1_000; unit < 2_000; unit++) builder.Unit($"U{unit}", "Unit");
        var results = builder.Candidate(1, "MANY", "Units", [], [.. Enumerable.Range(1_000, 1_000).Select(unit => UnitResult($"U{unit}", "C", 60))]).Build();
        var pdf = BroadsheetPdf.Render(results);
        PdfTool.Check(pdf);
        var cells = Cells(pdf)["Unit grades and uniform marks by candidate number"];
        Assert.Equal(Enumerable.Range(1_000, 1_000).Select(unit => ("0001", $"U{unit}", "C 60")), cells);
    }

    /// <summary>Vocational grades are words, some of several; a column is wide enough for its widest word.</summary>
    [Fact]
    public void A_long_grade_is_broken_between_its_words_and_is_nowhere_cut()
    {
        var builder = new CentreBuilder().Unit("F661", "Poetry and Prose");
        var pdf = BroadsheetPdf.Render(builder.Candidate(1, "A", "B", [], [UnitResult("F661", null, 1_000, Outcome.NoResult), UnitResult("F661", null, null, Outcome.Pending)]).Build());
        Assert.Equal([("0001", "F661", "No Result 1000 Pending")], Cells(pdf)["Unit grades and uniform marks by candidate number"]);
    }

    [Fact]
    public void Two_awards_of_one_qualification_stand_in_one_column_and_neither_is_lost()
    {
        IReadOnlyList<Award> awards = [Award("H401", "A", 330, endorsement: "P"), Award("H401", "B", 290) with { Option = "H" }];
        var results = SampleCentre.Specifications().Candidate(1, "A", "B", awards).Build() with { Notice = "Invented data" };
        var line = Encoding.UTF8.GetString(BroadsheetCsv.Render(results)).Split("\r\n")[1];
        Assert.Contains(",A; B,330; 290,P; ,", line, StringComparison.Ordinal);
        Assert.EndsWith(",Invented data", line, StringComparison.Ordinal);
        var cells = Cells(BroadsheetPdf.Render(results));
        Assert.Equal([("0001", "H401", "A B (H)")], cells["Grades by candidate number"]);
        Assert.Equal([("0001", "H401", "330 P 290")], cells["Total marks and endorsements by candidate number"]);
    }

    [Fact]
    public void Two_results_of_one_unit_stand_in_one_column_and_neither_is_lost()
    {
        var results = SampleCentre.Specifications().Candidate(1, "A", "B", [], [UnitResult("F661", "B", 93), UnitResult("F661", "C", 78)]).Build();
        Assert.Contains(",B; C,93; 78,", Encoding.UTF8.GetString(BroadsheetCsv.Render(results)), StringComparison.Ordinal);
        Assert.Equal([("0001", "F661", "B 93 C 78")], Cells(BroadsheetPdf.Render(results))["Unit grades and uniform marks by candidate number"]);
    }

    [Fact]
    public void Candidates_stand_in_number_order()
    {
        var sample = SampleCentre.Build();
        var rows = Broadsheet.Of(sample with { Candidates = [.. sample.Candidates.Reverse()] }).Rows;
        Assert.Equal(["0001", "0002", "0003"], rows.Select(row => row.Candidate.Number.ToString()));
    }

    [Fact]
    public void A_centre_without_units_has_no_list_of_unit_codes()
    {
        var sample = new CentreBuilder().Qualification("H401", "English Literature").Candidate(1, "A", "B", [Award("H401", "A", 330)]).Build();
        var text = string.Concat(PdfTool.Text(BroadsheetPdf.Render(sample)));
        Assert.Contains("Qualification codes", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Unit codes", text, StringComparison.Ordinal);
        var unitsOnly = new CentreBuilder().Unit("F661", "Poetry and Prose").Candidate(1, "A", "B", [], [UnitResult("F661", "A", 90)]).Build();
        Assert.DoesNotContain("Qualification codes", string.Concat(PdfTool.Text(BroadsheetPdf.Render(unitsOnly))), StringComparison.Ordinal);
    }

    [Fact]
    public void Broadsheet_of_a_centre_without_candidates_is_refused_by_name()
    {
        var refused = Assert.Throws<ArgumentException>(() => Broadsheet.Of(SampleCentre.Specifications().Build()));
        Assert.Equal("Centre 10101 has no candidate in series 6B26: there is no broadsheet to print.", refused.Message);
    }

    [Fact]
    public void Formula_in_a_name_does_not_run_in_a_spreadsheet()
    {
        var csv = Encoding.UTF8.GetString(BroadsheetCsv.Render(SampleCentre.Specifications().Candidate(1, "=1+1", "@SUM(A1)").Build()));
        Assert.Contains(",\"'=1+1\",\"'@SUM(A1)\",", csv, StringComparison.Ordinal);
    }

    /// <summary>What stands in the cells, by the grid's title, in the order of the pages.</summary>
    private static ILookup<string, (string Number, string Code, string Text)> Cells(byte[] pdf)
        => PrintedGrid.Of(pdf).SelectMany(grid => grid.Cells.Select(cell => (grid.Title, Cell: (cell.Key.Number, cell.Key.Code, cell.Value.Text)))).ToLookup(cell => cell.Title, cell => cell.Cell);
}
