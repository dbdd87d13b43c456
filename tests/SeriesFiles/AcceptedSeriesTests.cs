using System.Text;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Marks;
using ResultsGrid.Awarding.Specification;
using ResultsGrid.Exchange.SeriesFiles;

namespace ResultsGrid.Tests.SeriesFiles;

public sealed class AcceptedSeriesTests
{
    [Fact]
    public void A_valid_package_becomes_the_series_that_its_files_describe()
    {
        var series = new SamplePackage().Read().ShouldBeAccepted();

        Assert.Equal((SeriesCode.Parse("6B26"), "June 2026", "04"), (series.Series, series.Title, series.BasedataVersion));
        Assert.Equal(new DateTime(2026, 8, 12, 0, 1, 0), series.RestrictedRelease);
        Assert.Equal(new DateTime(2026, 8, 13, 8, 0, 0), series.CandidateRelease);
        Assert.Equal("Invented data: no real candidate", series.Notice);
        Assert.Equal(["H001", "H401", "J560", "J800"], series.Qualifications.Select(qualification => qualification.Code.ToString()));

        var aLevel = series.Qualifications[1];
        Assert.Equal(["F013", "F014"], aLevel.AStar!.Units.Select(unit => unit.ToString()));
        Assert.Equal((320, 180, 2), (aLevel.AStar.MinimumOverallUms, aLevel.AStar.MinimumUms, aLevel.AStar.BestOf));
        var national = series.Qualifications[3];
        Assert.Equal(new TerminalRule(0, FinalExaminationCounts: true, Provenance.Assumed), national.Terminal);
        Assert.True(national.HasTwoResultsFiles);
        Assert.Equal(["9", "8", "7", "6", "5", "4"], series.Qualifications[2].Options[1].Boundaries.Select(boundary => boundary.Grade.ToString()));
    }

    [Fact]
    public void Candidates_come_with_their_work()
    {
        var series = new SamplePackage().Read().ShouldBeAccepted();

        var ann = series.Centres[0].Candidates[0];
        Assert.Equal(("0001", "ARCHER: ANN", new DateOnly(2009, 3, 1)), (ann.Number.ToString(), ann.Name.ToString(), ann.DateOfBirth));
        Assert.Equal(("1010102500014"[..12], "0000000042"), (ann.Uci.ToString()[..12], ann.Uln.ToString()));
        Assert.True(ann.Work.HasSingleUci);
        Assert.Equal(
            [(MarkStatus.Marked, 80), (MarkStatus.PartlyAbsent, 51), (MarkStatus.Absent, null), (MarkStatus.NoResult, (int?)null)],
            ann.Work.Marks.Select(mark => (mark.Status, mark.RawMark)));
        Assert.Equal(["1B26 40 U", "6B25 64 A"], ann.Work.EarlierResults.Select(result => $"{result.Series} {result.Ums} {result.Grade}").Order());
        Assert.Equal(
            [
                new SpecialConsideration.Allowance(AssessmentCode.Parse("F012"), 3),
                new SpecialConsideration.AbsentUnit(AssessmentCode.Parse("F013"), QualificationCode.Parse("H401"), Grade.Parse("B")),
            ],
            ann.Work.SpecialConsiderations);
        Assert.False(series.Centres[0].Candidates[1].Work.HasSingleUci);
    }

    [Fact]
    public void A_linear_certification_entry_enters_the_components_of_its_option()
    {
        var cooper = new SamplePackage().Read().ShouldBeAccepted().Centres[1].Candidates[0];

        Assert.Equal("COOPER, SMITH", cooper.Name.ToString());
        Assert.Equal(["J56003", "J56004"], cooper.Work.Entries.Select(entry => entry.ToString()));
        Assert.Equal((("H"), Grade.Parse("D")), (cooper.Work.CertificationEntries[0].Option, cooper.Work.CertificationEntries[0].Endorsement));
    }

    [Fact]
    public void A_units_scale_is_completed_once_and_what_was_computed_is_marked_so()
    {
        var units = new SamplePackage().Read().ShouldBeAccepted().Assessments.ToDictionary(unit => unit.Code.ToString());

        Assert.Equal([64, 56, 48, 40, 32], units["F011"].Boundaries.Select(boundary => boundary.Ums!.Value));
        Assert.Null(units["F011"].Scale!.Cap); // A + 2 (A - B) is 82, past the paper: only its maximum earns 80.
        Assert.Null(units["F012"].Scale!.Cap);
        Assert.Equal(new ConversionPoint(68, 72, Provenance.Computed), units["F013"].Scale!.AStar);
        Assert.Equal(new ConversionPoint(75, 80, Provenance.Computed), units["F013"].Scale!.Cap);
        Assert.Equal(new ConversionPoint(30, 24, Provenance.Computed), units["F013"].Scale!.NotionalN);
        Assert.Null(units["J56003"].Scale);
        Assert.Equal(1.25m, units["J56004"].Weight);
    }

    [Fact]
    public void The_order_of_files_rows_and_columns_does_not_matter()
    {
        var sample = new SamplePackage();
        var expected = sample.Read().ShouldBeAccepted().AsText();

        foreach (var file in sample.Names.Where(name => name.EndsWith(".csv", StringComparison.Ordinal)).ToList())
            sample.Changed(file, lines => Turned(lines).Take(1).Concat(Turned(lines).Skip(1).Reverse()));
        var reversed = SamplePackage.Read(sample.ToBytes().Reverse()).ShouldBeAccepted();

        Assert.Equal(expected, reversed.AsText());
        Assert.Equal(["0001", "0002"], reversed.Centres[0].Candidates.Select(candidate => candidate.Number.ToString()));
        Assert.Equal(["10101", "10102"], reversed.Centres.Select(centre => centre.Number.ToString()));

        static IEnumerable<string> Turned(IEnumerable<string> lines)
            => lines.Select(line => line.Contains('"', StringComparison.Ordinal) ? Quoted(line) : string.Join(',', line.Split(',').Reverse()));

        static string Quoted(string line) => string.Join(',', line.Replace("COOPER, SMITH", "COOPER; SMITH", StringComparison.Ordinal).Split(',').Reverse())
            .Replace("COOPER; SMITH", "COOPER, SMITH", StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_are_allowed()
    {
        var plain = new SamplePackage().Read().ShouldBeAccepted().AsText();
        var marked = new SamplePackage().ToBytes().ToDictionary(
            file => file.Key,
            file => (byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(file.Value).ReplaceLineEndings("\r\n"))]);

        Assert.Equal(plain, SamplePackage.Read(marked).ShouldBeAccepted().AsText());
    }

    [Fact]
    public void Files_that_are_not_needed_may_be_left_out()
    {
        var series = new SamplePackage().Without("earlier-results.csv").Without("special-consideration.csv").Read().ShouldBeAccepted();

        Assert.Empty(series.Centres[0].Candidates[0].Work.EarlierResults);
        Assert.Empty(series.Centres[0].Candidates[0].Work.SpecialConsiderations);
    }

    [Fact]
    public void A_folder_reads_as_its_zip_does()
    {
        var folder = Directory.CreateTempSubdirectory("series-files");
        try
        {
            foreach (var (name, bytes) in new SamplePackage().ToBytes()) File.WriteAllBytes(Path.Combine(folder.FullName, name), bytes);

            var series = SeriesFilesReader.ReadFolder(folder.FullName, CancellationToken.None).ShouldBeAccepted();

            Assert.Equal(new SamplePackage().Read().ShouldBeAccepted().AsText(), series.AsText());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_time_that_the_clocks_repeat_is_allowed()
        => Assert.Equal(
            new DateTime(2026, 10, 25, 1, 30, 0),
            new SamplePackage().WithLine("series.json", 6, "\"candidateRelease\": \"2026-10-25T01:30\",").Read().ShouldBeAccepted().CandidateRelease);

    [Fact]
    public void A_reading_can_be_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var sample = new SamplePackage().Changed("centres.csv", lines => lines.Concat(Enumerable.Range(20_000, 5_000).Select(number => $"{number},School {number}")));

        Assert.Throws<OperationCanceledException>(() => SeriesFilesReader.ReadZip(SamplePackage.Zip(sample.ToBytes()), cancelled.Token));
    }
}
