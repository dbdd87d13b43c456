using System.Text;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Exchange.Broadsheets;
using ResultsGrid.Exchange.Pdf;
using static ResultsGrid.Tests.Documents.CentreBuilder;

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
    public void Broadsheet_pdf_is_valid_and_shows_each_result_beside_its_code()
    {
        var pdf = BroadsheetPdf.Render(SampleCentre.Build());
        PdfTool.Check(pdf);
        Assert.Matches(@"Tagged:\s+yes", PdfTool.Info(pdf));
        Assert.Matches(@"Title:\s+Results broadsheet, June 2026 GCE \(6B26\), centre 10101\n", PdfTool.Info(pdf));
        var text = Assert.Single(PdfTool.Text(pdf));
        Assert.Contains("H401 A* 372 P; 7892 B # 431; J999 9-8 380", text, StringComparison.Ordinal);
        Assert.Contains("H465 No Result; H401 Pending", text, StringComparison.Ordinal);
        Assert.Contains("F661 Pending; F961 Absent # 0; F962 No Result", text, StringComparison.Ordinal);
        Assert.Contains("F661 Poetry and Prose 1800–1945 120", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_page_of_a_long_broadsheet_repeats_the_header_and_every_candidate_is_there_once()
    {
        var results = SampleCentre.Large(2_000);
        var pdf = BroadsheetPdf.Render(results);
        PdfTool.Check(pdf);
        var pages = PdfTool.Text(pdf);
        Assert.All(pages[..^1], page => Assert.Contains("Qualifications: grade, total", page, StringComparison.Ordinal));
        var lines = PdfText.Extract(pdf).SelectMany(page => page.Split('\n')).ToLookup(line => line, StringComparer.Ordinal);
        Assert.All(results.Candidates, candidate => Assert.Single(lines[candidate.Uci.ToString()]));
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
        Assert.InRange(PdfText.Extract(pdf).Count(page => page.Contains(" C 60; ", StringComparison.Ordinal)), 2, 20);
        var text = string.Concat(PdfText.Extract(pdf)).Replace("\n", " ", StringComparison.Ordinal);
        for (var unit = 1_000; unit < 2_000; unit++) Assert.Contains($"U{unit} C 60", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_awards_of_one_qualification_stand_in_one_column_and_neither_is_lost()
    {
        IReadOnlyList<Award> awards = [Award("H401", "A", 330, endorsement: "P"), Award("H401", "B", 290) with { Option = "H" }];
        var results = SampleCentre.Specifications().Candidate(1, "A", "B", awards).Build() with { Notice = "Invented data" };
        var line = Encoding.UTF8.GetString(BroadsheetCsv.Render(results)).Split("\r\n")[1];
        Assert.Contains(",A; B,330; 290,P; ,", line, StringComparison.Ordinal);
        Assert.EndsWith(",Invented data", line, StringComparison.Ordinal);
        Assert.Contains("H401 A 330 P; H401 H B 290", string.Concat(PdfTool.Text(BroadsheetPdf.Render(results))), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_results_of_one_unit_stand_in_one_column_and_neither_is_lost()
    {
        var results = SampleCentre.Specifications().Candidate(1, "A", "B", [], [UnitResult("F661", "B", 93), UnitResult("F661", "C", 78)]).Build();
        Assert.Contains(",B; C,93; 78,", Encoding.UTF8.GetString(BroadsheetCsv.Render(results)), StringComparison.Ordinal);
        Assert.Contains("F661 B 93; F661 C 78", string.Concat(PdfTool.Text(BroadsheetPdf.Render(results))), StringComparison.Ordinal);
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
}
