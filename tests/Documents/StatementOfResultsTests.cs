using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Exchange.Fonts;
using ResultsGrid.Exchange.Pdf;
using ResultsGrid.Exchange.Results;
using ResultsGrid.Exchange.Statements;
using static ResultsGrid.Tests.Documents.CentreBuilder;
using Outcome = ResultsGrid.Awarding.Results.Outcome;

namespace ResultsGrid.Tests.Documents;

public sealed class StatementOfResultsTests
{
    private static readonly CentreResults Sample = SampleCentre.Build();

    private static string[] Lines(byte[] pdf) => string.Concat(PdfText.Extract(pdf)).Split('\n');

    private static byte[] StatementOf(string familyName, string forenames)
    {
        var results = SampleCentre.Specifications().Candidate(7, familyName, forenames, [Award("H401", "B", 281)]).Build();
        return new CentreStatements(results).Of(results.Candidates[0]);
    }

    [Fact]
    public void A_statement_has_the_same_bytes_before_and_after_the_centres_file_whose_pages_it_shares()
    {
        var statements = new CentreStatements(Sample);
        var before = Sample.Candidates.Select(statements.Of).ToList();
        Assert.Equal(new CentreStatements(Sample).Whole(), statements.Whole());
        Assert.Equal(before, Sample.Candidates.Select(statements.Of));
        Assert.Equal(before, Sample.Candidates.Select(candidate => new CentreStatements(Sample).Of(candidate)));
    }

    [Fact]
    public void Statement_is_a_valid_tagged_document_with_title_and_language()
    {
        var pdf = new CentreStatements(Sample).Whole();
        Assert.Contains("No syntax or stream encoding errors found", PdfTool.Check(pdf), StringComparison.Ordinal);
        var info = PdfTool.Info(pdf);
        Assert.Matches(@"Title:\s+Statements of results, June 2026 GCE \(6B26\), centre 10101\n", info);
        Assert.Matches(@"Tagged:\s+yes", info);
        Assert.Matches(@"\(A4\)", info);
        var objects = PdfTool.Unpacked(pdf);
        Assert.Contains("/Lang (en-GB)", objects, StringComparison.Ordinal);
        Assert.Contains("/DisplayDocTitle true", objects, StringComparison.Ordinal);
        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", objects, StringComparison.Ordinal);
    }

    [Fact]
    public void Someone_who_listens_hears_headings_and_tables_in_order()
    {
        var structure = PdfTool.Structure(new CentreStatements(Sample).Of(Sample.Candidates[0]));
        Assert.Matches(@"(?s)Document.*Sect.*H1.*Statement of results.*H2.*Qualifications.*Table.*TR.*TH.*Code.*TD.*H401.*TH.*English Literature.*TD.*A\*", structure);
        Assert.DoesNotContain("Page 1 of", structure, StringComparison.Ordinal);
    }

    [Fact]
    public void Statement_prints_what_was_awarded_and_what_it_means()
    {
        var text = PdfTool.Text(new CentreStatements(Sample).Of(Sample.Candidates[0]));
        var all = string.Concat(text);
        Assert.Contains("ABERNATHY-WYNN: Siân Ŵyn\n", all, StringComparison.Ordinal);
        Assert.Contains("UCI 101010260001C\n", all, StringComparison.Ordinal);
        Assert.Contains("ULN 0000000042\n", all, StringComparison.Ordinal);
        Assert.Contains("Date of birth 14 March 2008\n", all, StringComparison.Ordinal);
        Assert.Contains("Centre 10101 Fernleigh School\n", all, StringComparison.Ordinal);
        Assert.Contains("H401 English Literature A* P 372 400\n", all, StringComparison.Ordinal);
        Assert.Contains("7892 Mathematics (MEI) B # - 431 600\n", all, StringComparison.Ordinal);
        Assert.Contains("J999 Combined Science 9-8 - 380 420\n", all, StringComparison.Ordinal);
        Assert.Contains("4751 Introduction to Advanced Mathematics (C1) A 91 100\n", all, StringComparison.Ordinal);
        Assert.Contains("F662 Literature in the Modern World U 21 80\n", all, StringComparison.Ordinal);
        Assert.Contains("J999B Chemistry paper 1 Absent #\n", all, StringComparison.Ordinal);
        Assert.Contains("4752 Concepts for Advanced Mathematics (C2) 6B25 88 100\n", all, StringComparison.Ordinal);
        Assert.Contains("Special consideration is included.", all, StringComparison.Ordinal);
        Assert.Contains("provisional until certificates are issued", all, StringComparison.Ordinal);
    }

    [Fact]
    public void X_prints_No_Result_and_Q_prints_Pending_with_the_reason()
    {
        var lines = Lines(new CentreStatements(Sample).Of(Sample.Candidates[1]));
        string[] noResult = ["H465", "History A More than one UCI is known for this candidate.", "No Result", "-", "-", "-"];
        string[] pending = ["H401", "English Literature The result of unit F661 is not final.", "Pending", "-", "-", "-"];
        string[] absentUnit = ["F961", "British History Period Studies", "Absent #", "0", "100"];
        foreach (var row in new[] { noResult, pending, absentUnit })
            Assert.Equal(row, lines.SkipWhile(line => line != row[0]).Take(row.Length));
    }

    [Fact]
    public void Candidate_without_a_certification_entry_has_unit_results_only()
    {
        var lines = Lines(new CentreStatements(Sample).Of(Sample.Candidates[2]));
        Assert.Contains("No qualification was certified in this series; there are unit results only.", lines);
        Assert.Contains("C #", lines);
    }

    [Fact]
    public void Raw_marks_are_never_on_a_candidates_statement()
    {
        var lines = Lines(new CentreStatements(Sample).Whole());
        foreach (var raw in Sample.Candidates.SelectMany(candidate => candidate.Assessments).Select(result => result.RawMark).OfType<int>())
            Assert.DoesNotContain(lines, line => line.Split(' ').Contains(raw.ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Notice_stands_on_every_page()
    {
        var builder = SampleCentre.Specifications();
        builder.Notice = "Invented data: no real candidate";
        var awards = Enumerable.Range(0, 40).Select(_ => Award("H401", "B", 281)).ToArray();
        var pages = PdfText.Extract(new CentreStatements(builder.Candidate(1, "A", "B", awards).Candidate(2, "C", "D").Build()).Whole());
        Assert.Equal(3, pages.Count);
        Assert.All(pages, page => Assert.Contains("Invented data: no real candidate\n", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Same_results_give_the_same_bytes_whatever_was_printed_before()
    {
        var first = new CentreStatements(SampleCentre.Build()).Whole();
        Parallel.For(0, 20, index => StatementOf($"Ångström{(char)('Ā' + index)}", "Ж"));
        Assert.Equal(first, new CentreStatements(SampleCentre.Build()).Whole());
    }

    [Fact]
    public void Each_of_2000_candidates_has_a_page_in_number_order()
    {
        var results = SampleCentre.Large(2_000);
        var pdf = new CentreStatements(results with { Candidates = [.. results.Candidates.Reverse()] }).Whole();
        Assert.Matches(@"Pages:\s+2000\n", PdfTool.Info(pdf));
        var pages = PdfTool.Text(pdf);
        Assert.Equal(2_000, pages.Length);
        for (var index = 0; index < pages.Length; index++)
        {
            Assert.Contains($"\n{results.Candidates[index].Name}\n", pages[index], StringComparison.Ordinal);
            Assert.Contains($"\nCandidate number {index + 1:0000}\n", pages[index], StringComparison.Ordinal);
            Assert.Contains($"\nUCI {results.Candidates[index].Uci}\n", pages[index], StringComparison.Ordinal);
        }

        Assert.Equal(pages.Length, PdfText.Extract(pdf).Count);
    }

    [Fact]
    public void File_of_a_centre_is_valid_over_many_object_streams()
        => Assert.Contains("No syntax or stream encoding errors found", PdfTool.Check(new CentreStatements(SampleCentre.Large(200)).Whole()), StringComparison.Ordinal);

    [Fact]
    public void Forty_awards_go_over_pages_and_each_is_there_once()
    {
        var builder = SampleCentre.Specifications();
        for (var index = 10; index < 50; index++) builder.Qualification($"Q{index}", $"Qualification with the rather long title number {index}");
        var results = builder.Candidate(1, "LONG", "List", [.. Enumerable.Range(10, 40).Select(index => Award($"Q{index}", "C", 200 + index))]).Build();
        var pdf = new CentreStatements(results).Of(results.Candidates[0]);
        PdfTool.Check(pdf);
        var lines = Lines(pdf);
        for (var index = 10; index < 50; index++)
        {
            Assert.Single(lines, $"Q{index}");
            Assert.Single(lines, $"{200 + index}");
        }

        Assert.All(PdfText.Extract(pdf), page => Assert.Contains("\nEndorsement\nTotal mark\n", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("O'NEILL-SMYTHE (formerly \\Jones)", "A<b>&c; #%/[]{}")]
    [InlineData("Nguyễn", "Thị Ánh Tuyết")]
    [InlineData("ŵŷẁẃ ĲSSELMEER", "Ǻke Ḧ")]
    [InlineData("Иванов", "Ελένη")]
    [InlineData("e\u0301i\u0302", "")]
    public void Names_read_back_as_they_were_entered(string familyName, string forenames)
    {
        var pdf = StatementOf(familyName, forenames);
        PdfTool.Check(pdf);
        var name = new Exchange.Identifiers.CandidateName(familyName, forenames).ToString();
        Assert.Contains(name, Lines(pdf));
        Assert.Contains(name.Replace(" ", "", StringComparison.Ordinal), string.Concat(PdfTool.Text(pdf)).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Name_wider_than_the_page_is_broken_and_still_reads_back_whole()
    {
        var name = new string('W', 200);
        Assert.Contains($"{name}: {name}", Lines(StatementOf(name, name)));
    }

    [Fact]
    public void Any_name_that_can_be_drawn_reads_back_and_no_other_does()
        => Prop.ForAll<NonEmptyString, string>((familyName, forenames) =>
        {
            var name = Printed(new Exchange.Identifiers.CandidateName(familyName.Get, forenames ?? "").ToString());
            var statement = StatementOf(familyName.Get, forenames ?? "");
            if (DrawableText.Refuse(name) is null) return Squeezed(PdfText.Extract(statement)[0]).Contains(Squeezed(name), StringComparison.Ordinal);
            Assert.Throws<InvalidDataException>(() => PdfText.Extract(statement));
            return true;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void One_candidates_statement_stays_small()
    {
        var results = SampleCentre.Large(50);
        Assert.All(results.Candidates, candidate => Assert.InRange(new CentreStatements(results).Of(candidate).Length, 1, 15 * 1_024));
    }

    [Fact]
    public void Centre_without_candidates_has_no_statements()
    {
        var refused = Assert.Throws<ArgumentException>(() => new CentreStatements(SampleCentre.Specifications().Build()).Whole());
        Assert.Equal("Centre 10101 has no candidate in series 6B26: there is no statement to print.", refused.Message);
    }

    [Fact]
    public void One_candidate_s_statement_is_titled_with_their_number()
        => Assert.Matches(@"Title:\s+Statement of results, June 2026 GCE \(6B26\), centre 10101, candidate 0001\n", PdfTool.Info(new CentreStatements(Sample).Of(Sample.Candidates[0])));

    [Fact]
    public void Earlier_results_that_count_stand_once_in_code_order()
    {
        CountedResult[] counted = [Counted("F961", "6B25", 88.50m), Counted("4752", "1B25", 70m), Counted("F661", "6B26", 93m)];
        var results = SampleCentre.Specifications().Candidate(1, "A", "B", [Award("H401", "A", 330, counted: counted), Award("H465", "A", 330, counted: counted)]).Build();
        var lines = Lines(new CentreStatements(results).Of(results.Candidates[0]));
        string[] expected =
        [
            "Results of earlier series that count", "Code", "Unit", "Taken in", "Counted mark", "Out of",
            "4752", "Concepts for Advanced Mathematics (C2)", "1B25", "70", "100",
            "F961", "British History Period Studies", "6B25", "88.5", "100",
            "Notes",
        ];
        Assert.Equal(expected, lines.SkipWhile(line => line != expected[0]).Take(expected.Length));
        Assert.DoesNotContain("Units taken in this series", lines);

        static CountedResult Counted(string unit, string series, decimal score) => new(AssessmentCode.Parse(unit), SeriesCode.Parse(series), score);
    }

    [Theory]
    [InlineData("U", Outcome.Graded, false, false, "U: the work was marked and is below the lowest grade.")]
    [InlineData("A", Outcome.Graded, true, false, "#: some or all of the work is missing and counts as no marks.")]
    [InlineData(null, Outcome.Absent, false, false, "#: some or all of the work is missing and counts as no marks.")]
    [InlineData(null, Outcome.NoResult, false, false, "No Result: no grade could be given. The exams office can say what may be done.")]
    [InlineData(null, Outcome.Pending, false, false, "Pending: the result is not final. It follows when it is.")]
    [InlineData("A", Outcome.Graded, false, true, "Special consideration: marks were allowed for circumstances beyond the candidate's control, so figures may not seem to add up.")]
    [InlineData("A", Outcome.Graded, false, false, null)]
    public void What_stands_on_a_statement_is_explained_and_nothing_else(string? grade, Outcome outcome, bool partialAbsence, bool specialConsideration, string? note)
    {
        const string Always = "These results are provisional until certificates are issued.";
        var unit = UnitResult("F661", grade, null, outcome, partialAbsence, specialConsideration);
        Assert.Equal(note is null ? [Always] : [Always, note], Notes([], [unit]));
        if (specialConsideration) return;
        var award = new Award(QualificationCode.Parse("H401"), "", outcome, grade is null ? null : Grade.Parse(grade), null, partialAbsence, null, [], null);
        Assert.Equal(note is null ? [Always] : [Always, note], Notes([award], []));

        static string[] Notes(Award[] awards, AssessmentResult[] units)
        {
            var results = SampleCentre.Specifications().Candidate(1, "A", "B", awards, units).Build();
            var text = string.Concat(PdfText.Extract(new CentreStatements(results).Of(results.Candidates[0])));
            var notes = text[(text.IndexOf("\nNotes\n", StringComparison.Ordinal) + 7)..];
            return [.. notes.Split('\n').TakeWhile(line => !line.StartsWith("ResultsGrid,", StringComparison.Ordinal)).Where(line => line.Length > 0)];
        }
    }

    private static string Printed(string name) => string.Concat(name.EnumerateRunes().Select(rune => System.Text.Rune.IsControl(rune) ? " " : rune.ToString()));

    // Spaces of every kind and control characters are printed as spaces; a broken surrogate as the replacement character.
    private static string Squeezed(string text)
        => string.Concat(text.EnumerateRunes().Where(rune => !System.Text.Rune.IsControl(rune) && !System.Text.Rune.IsWhiteSpace(rune)));
}
