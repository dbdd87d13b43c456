using System.IO.Compression;
using System.Security.Cryptography;
using ResultsGrid.Tests.Documents;

namespace ResultsGrid.Tests.Pipeline;

/// <summary>Every document of a published series says what the oracle says, by readers that share nothing with the writers.</summary>
public sealed class PublishedDocumentTests(PublishedSeries series) : IClassFixture<PublishedSeries>
{
    [Fact]
    public void The_series_has_every_kind_of_qualification_and_result()
    {
        var people = series.Expected.Centres.SelectMany(centre => centre.Candidates).Select(person => person.Results).ToList();
        var awards = people.SelectMany(person => person.Awards).ToList();
        var results = people.SelectMany(person => person.Assessments).ToList();
        foreach (var qualification in new[] { "ZH240", "ZH401", "ZJ350", "ZJ560", "ZJ250", "ZH840", "ZR167", "ZK200" }) Assert.Contains(awards, award => award.Qualification == qualification);
        foreach (var grade in new[] { "A*", "U", "9", "Level 2 Merit" }) Assert.Contains(awards, award => award.Grade == grade);
        foreach (var grade in new[] { "R", "Near pass" }) Assert.Contains(results, result => result.Grade == grade);
        Assert.Contains(awards, award => award is { Qualification: "ZT300", Grade.Length: >= 3 });
        Assert.Contains(awards, award => award.Qualification == "ZT100");
        Assert.Contains(series.Expected.Centres.SelectMany(centre => centre.Candidates), person => person.Name.Length > 90);
        Assert.Contains(series.Expected.Centres.SelectMany(centre => centre.Candidates), person => !person.Name.Contains(':'));
        Assert.Contains(awards, award => award.Grade is { Length: 3 } grade && grade[1] == '-' && grade[0] != grade[2]);
        Assert.Contains(awards, award => award is { Outcome: "graded", Endorsement: not null });
        Assert.Contains(awards, award => award is { Outcome: "graded", IsPartial: true });
        foreach (var outcome in new[] { "no-result", "pending" }) Assert.Contains(awards, award => award.Outcome == outcome);
        foreach (var outcome in new[] { "no-result", "pending", "absent" }) Assert.Contains(results, result => result.Outcome == outcome);
        Assert.Contains(results, result => result is { Outcome: "graded", IsPartial: true });
        Assert.Contains(results, result => result.HasConsideration);
        Assert.Contains(people, person => person.Awards.Count == 0 && person.Assessments.Count > 0);
        Assert.Contains(series.Expected.Centres.SelectMany(centre => centre.Candidates), person => person.Earlier.Count > 0);
    }

    [Fact]
    public void Every_download_is_what_the_list_says()
    {
        foreach (var centre in series.Expected.Centres)
        {
            var documents = series.Documents(centre);
            Assert.Equal(centre.HasTwoFiles ? 13 : 12, documents.Count);
            foreach (var document in documents.Values)
            {
                Assert.Equal(document.ListedFileName, document.FileName);
                Assert.Equal((document.ListedBytes, document.ListedSha256), (document.Content.Length, Convert.ToHexStringLower(SHA256.HashData(document.Content))));
            }

            Assert.Equal($"R{centre.Number}01.X01", documents["results-file"].FileName);
            if (centre.HasTwoFiles) Assert.Equal($"R{centre.Number}01.X02", documents["unit-results-file"].FileName);
            Assert.Matches($@"\Aa2c\.{centre.Number}\.01\.EDIResults\.[0-9a-f-]{{36}}\.xml\z", documents["xml-results-file"].FileName);
        }
    }

    [Fact]
    public void Results_file_says_what_the_oracle_says()
        => series.Compare("results-file", centre => EdiFacts.Expected(centre, 'M', sequence: 1), EdiFacts.Actual);

    [Fact]
    public void Second_results_file_has_the_units_of_Advanced_Nationals_and_nothing_else()
        => series.Compare("unit-results-file", centre => EdiFacts.Expected(centre, 'U', sequence: 2), EdiFacts.Actual);

    [Fact]
    public void XML_has_every_mark_and_grade()
        => series.Compare("xml-results-file", XmlFacts.Expected, XmlFacts.Actual);

    [Fact]
    public void Marks_CSV_has_every_mark()
        => series.Compare("marks-csv", MarksCsvFacts.Expected, MarksCsvFacts.Actual);

    [Fact]
    public void Broadsheet_CSV_has_every_award_and_unit_result()
        => series.Compare("broadsheet-csv", BroadsheetCsvFacts.Expected, BroadsheetCsvFacts.Actual);

    [Fact]
    public void Summary_CSV_counts_what_the_oracle_counts()
        => series.Compare("summary-csv", SummaryCsvFacts.Expected, SummaryCsvFacts.Actual);

    [Fact]
    public void Spreadsheet_of_marks_has_every_mark()
        => series.Compare("marks-xlsx", centre => MarksCsvFacts.Expected(centre, text => text), file => MarksCsvFacts.Actual(XlsxFacts.Read(file)));

    [Fact]
    public void Spreadsheet_of_the_broadsheet_has_every_award_and_unit_result()
        => series.Compare("broadsheet-xlsx", centre => BroadsheetCsvFacts.Expected(centre, text => text), file => BroadsheetCsvFacts.Actual(XlsxFacts.Read(file)));

    [Fact]
    public void Spreadsheet_of_the_summary_counts_what_the_oracle_counts()
        => series.Compare("summary-xlsx", SummaryCsvFacts.Expected, file => SummaryCsvFacts.Actual(XlsxFacts.Read(file)));

    [Fact]
    public void Printed_summary_counts_what_the_oracle_counts()
        => series.Compare("summary-pdf", SummaryPdfFacts.Expected, pdf => SummaryPdfFacts.Actual(PdfTool.LaidOut(pdf), series.Expected));

    [Fact]
    public void Printed_broadsheet_has_every_award_and_unit_result()
        => series.Compare("broadsheet-pdf", BroadsheetPdfFacts.Expected, pdf => BroadsheetPdfFacts.Actual(pdf, series.Expected));

    [Fact]
    public void Each_statement_has_its_candidates_results_and_no_one_elses()
    {
        foreach (var centre in series.Expected.Centres)
        {
            var pages = PdfTool.LaidOut(series.Documents(centre)["statements-pdf"].Content);
            PublishedSeries.None([.. StatementFacts.Expected(centre).Differences(StatementFacts.Actual(pages, centre), centre.Number, "statements-pdf")]);
        }
    }

    [Fact]
    public void Statements_ZIP_has_one_file_a_candidate_named_by_number_and_UCI()
    {
        foreach (var centre in series.Expected.Centres)
        {
            using var zip = new ZipArchive(new MemoryStream(series.Documents(centre)["statements-zip"].Content));
            Assert.Equal(centre.Candidates.Select(person => $"{person.Number}_{person.Uci}.pdf"), zip.Entries.Select(entry => entry.FullName));
            PublishedSeries.None([.. centre.Candidates.Zip(zip.Entries).SelectMany(pair => StatementFacts.Expected(centre, pair.First)
                .Differences(StatementFacts.Actual(PdfTool.LaidOut(Content(pair.Second)), centre), centre.Number, pair.Second.FullName))]);
        }
    }

    [Theory]
    [InlineData("statements-pdf")]
    [InlineData("broadsheet-pdf")]
    [InlineData("summary-pdf")]
    public void Printed_documents_are_sound(string id)
        => PdfTool.Check(series.Documents(series.Expected.Centres[0])[id].Content);

    [Fact]
    public void Single_statement_is_sound()
    {
        using var zip = new ZipArchive(new MemoryStream(series.Documents(series.Expected.Centres[0])["statements-zip"].Content));
        PdfTool.Check(Content(zip.Entries[0]));
    }

    [Fact]
    public async Task Screens_show_what_the_oracle_says()
    {
        foreach (var centre in series.Expected.Centres)
        {
            using var client = await series.Client(centre.Number);
            PublishedSeries.None([.. CandidateScreenFacts.Expected(centre).Differences(await CandidateScreenFacts.Actual(client), centre.Number, "candidates")]);
            PublishedSeries.None([.. AssessmentScreenFacts.Expected(centre).Differences(await AssessmentScreenFacts.Actual(client), centre.Number, "assessments")]);
        }
    }

    [Theory]
    [InlineData("A")]
    [InlineData("U")]
    [InlineData("Level 2 Merit")]
    [InlineData("X", "no-result")]
    [InlineData("x", "no-result")]
    [InlineData("Q", "pending")]
    [InlineData("#")]
    public async Task A_grade_filters_whom_the_oracle_gives_it(string grade, string? outcome = null)
        => Assert.NotEqual(0, await Found($"grade={Uri.EscapeDataString(grade)}", person => person.Results.Awards
            .Any(award => grade == "#" ? award.IsPartial : outcome is null ? award.Grade == grade : award.Outcome == outcome)));

    /// <summary>Who was absent throughout has X; who missed a part has a grade with #.</summary>
    [Fact]
    public async Task Nobody_is_awarded_an_absence() => Assert.Equal(0, await Found("grade=absent", _ => false));

    [Theory]
    [InlineData("darcy", "D'Arcy")]
    [InlineData("d’ARCY", "D'Arcy")]
    [InlineData("mclark", "Mc Lark")]
    [InlineData("moller", "møller")]
    [InlineData("lucja", "Łucja")]
    public async Task A_search_finds_everyone_of_the_name_however_it_is_typed(string typed, string name)
        => Assert.NotEqual(0, await Found($"search={Uri.EscapeDataString(typed)}", person => person.Name.Contains(name, StringComparison.Ordinal)));

    [Fact]
    public void One_mark_changed_in_the_oracle_is_found_with_entity_expected_and_actual()
    {
        var centre = series.Expected.Centres[1].Number;
        var (changed, candidate, assessment) = InventedSeries.WithOneMarkChanged(series.Package, centre);
        var expected = new ExpectedSeries(changed).Centres[1];
        var difference = Assert.Single(
            MarksCsvFacts.Expected(expected).Differences(MarksCsvFacts.Actual(series.Documents(expected)["marks-csv"].Content), centre, "marks-csv"));
        Assert.Equal((centre, candidate, assessment), (difference.Centre, difference.Candidate, difference.Code));
        Assert.NotEqual(difference.Expected, difference.Actual);
        Assert.NotEmpty(XmlFacts.Expected(expected).Differences(XmlFacts.Actual(series.Documents(expected)["xml-results-file"].Content), centre, "xml-results-file"));
    }

    /// <summary>Holds whom a query of the candidates finds to the candidates of the package, in every centre.</summary>
    /// <returns>How many there are.</returns>
    private async Task<int> Found(string query, Func<ExpectedPerson, bool> isMeant)
    {
        var all = 0;
        foreach (var centre in series.Expected.Centres)
        {
            using var client = await series.Client(centre.Number);
            var list = await client.Get($"candidates?pageSize=500&{query}");
            var found = list.GetProperty("candidates").EnumerateArray().Select(candidate => candidate.GetProperty("number").GetString()).ToList();
            Assert.Equal(centre.Candidates.Where(isMeant).Select(person => person.Number), found);
            Assert.Equal(found.Count, list.GetProperty("total").GetInt32());
            all += found.Count;
        }

        return all;
    }

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
