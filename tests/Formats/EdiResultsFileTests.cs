using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Edi;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Exchange.Results;
using static ResultsGrid.Tests.Formats.FormatsCentre;
using Outcome = ResultsGrid.Awarding.Results.Outcome;

namespace ResultsGrid.Tests.Formats;

public sealed class EdiResultsFileTests
{
    [Fact]
    public void One_candidates_file_reads_so()
    {
        var centre = With(Candidate(1, "Núñez O’Shea", "Zoë", Uln.Parse("0000000042"),
            [UnitResult(AccountingUnit, ums: 66, partialAbsence: true), ComponentResult(SciencePaper, 41), UnitResult(ExaminedUnit)],
            [Award(Accounting, "A*", 372), Award(DoubleScience, "9-8", 401, option: "H"), Award(English, "7", 120, endorsement: "D")]));

        string[] expected =
        [
            //        1         2         3         4         5         6         7         8         9         0         1
            // 345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890
            "R101123456B26RG016B26-3              M000001INVENTED DATA: NO REAL CANDIDATE                                  ",
            "R5123450001123450260001HH401        GA*   03720400  NUNEZ O'SHEA: ZOE                       200802290000000042",
            "R5123450001123450260001HJ250      H G9 8  04010420  NUNEZ O'SHEA: ZOE                       200802290000000042",
            "R5123450001123450260001HJ351        E7    D         NUNEZ O'SHEA: ZOE                       200802290000000042",
            "R6123450001123450260001HF011        GA   #00660080  NUNEZ O'SHEA: ZOE                       200802290000000042",
            "R901123450000030000010000006000000000843                                                                      ",
        ];
        Assert.Equal(expected, Lines(centre));
    }

    [Theory]
    [InlineData(1, "R1234501.X01")]
    [InlineData(42, "R1234501.X42")]
    [InlineData(100, "R1234501.X00")]
    [InlineData(1207, "R1234501.X07")]
    public void File_name_ends_in_the_last_two_digits_of_the_sequence(int sequence, string expected)
        => Assert.Equal(expected, EdiResultsFile.Write(With(), EdiContent.Main, sequence).FileName);

    [Theory]
    [InlineData("AA", "A", "A")]
    [InlineData("A*A", "A*", "A")]
    [InlineData("9-8", "9", "8")]
    [InlineData("NC", "NC", "")]
    [InlineData("D*", "D*", "")]
    public void Grades_of_a_double_award_are_split_so_that_no_field_holds_more_than_two_characters(string grade, string first, string second)
    {
        var line = Lines(With(Candidate(1, awards: [Award(DoubleScience, grade, 300)])))[1];
        Assert.Equal((first.PadRight(2), second.PadRight(2)), (line[37..39], line[39..41]));
    }

    [Fact]
    public void Award_with_an_endorsement_carries_the_endorsement_and_no_mark()
    {
        var centre = With(Candidate(1, awards: [Award(English, "7", 120, endorsement: "M")]));
        Assert.Equal("E7    M        ", Lines(centre)[1][36..51]);

        var read = Assert.Single(Read(EdiResultsFile.Write(centre, EdiContent.Main, 1).Bytes).Results);
        Assert.Equal((null, null, Grade.Parse("M")), (read.Mark, read.MaximumMark, read.Endorsement));
    }

    [Fact]
    public void Each_outcome_has_bytes_37_to_42_of_its_own()
    {
        var centre = With(
            Candidate(1, assessments: [UnitResult(AccountingUnit, grade: "A")]),
            Candidate(2, assessments: [UnitResult(AccountingUnit, grade: "A", partialAbsence: true)]),
            Candidate(3, assessments: [UnitResult(AccountingUnit, ums: 0, grade: "U")]),
            Candidate(4, assessments: [UngradedUnit(AccountingUnit, Outcome.NoResult)]),
            Candidate(5, assessments: [UngradedUnit(AccountingUnit, Outcome.Pending)]),
            Candidate(6, assessments: [AbsentUnit(AccountingUnit)]));

        Assert.Equal(["GA    ", "GA   #", "GU    ", "XX    ", "QQ    ", "A    #"], Lines(centre)[1..^1].Select(line => line[36..42]));
        Assert.Equal(["0066", "0066", "0000", "    ", "    ", "0000"], Lines(centre)[1..^1].Select(line => line[42..46]));
    }

    [Fact]
    public void Component_marks_are_not_in_the_file()
        => Assert.Equal(2, Lines(With(Candidate(1, assessments: [ComponentResult(SciencePaper, 41)]))).Length);

    [Fact]
    public void An_Advanced_Nationals_units_are_in_the_second_file_and_nowhere_else()
    {
        var centre = With(Candidate(1,
            assessments: [UnitResult(AccountingUnit), UnitResult(ExaminedUnit), UnitResult(ModeratedUnit)],
            awards: [Award(AdvancedNational, "D*", 231), Award(Accounting, "A", 330)]));

        Assert.True(EdiResultsFile.NeedsSecondFile(centre));
        Assert.Equal(["H129", "H401", "F011"], Codes(centre, EdiContent.Main));
        Assert.Equal(["F200", "F201"], Codes(centre, EdiContent.SeparateUnits));
    }

    [Fact]
    public void A_centre_without_Advanced_Nationals_needs_one_file()
    {
        var centre = With();
        Assert.False(EdiResultsFile.NeedsSecondFile(centre with { Qualifications = [.. centre.Qualifications.Where(qualification => !qualification.HasTwoResultsFiles)] }));
    }

    [Fact]
    public void Everything_written_is_read_back_equal()
        => Prop.ForAll(AnyCentre.Arbitrary, centre =>
        {
            foreach (var content in Enum.GetValues<EdiContent>())
            {
                var written = EdiResultsFile.Compose(centre, content, 7);
                var document = EdiResultsFile.Write(centre, content, 7);
                var read = Read(document.Bytes, document.FileName);
                Assert.Equal(written.Header, read.Header);
                Assert.Equal(written.Results, read.Results);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_results_give_the_same_bytes()
        => Prop.ForAll(AnyCentre.Arbitrary, centre => Assert.Equal(
            EdiResultsFile.Write(centre, EdiContent.Main, 1).Bytes, EdiResultsFile.Write(centre, EdiContent.Main, 1).Bytes)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_mark_too_long_for_its_field_is_refused_by_name()
    {
        var refused = Assert.Throws<InvalidDataException>(() => EdiResultsFile.Write(With(Candidate(1, awards: [Award(Accounting, "A", 10_000)])), EdiContent.Main, 1));
        Assert.Contains("mark (43-46)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_basedata_version_too_long_for_its_field_is_refused_and_not_cut()
        => Assert.Throws<InvalidDataException>(() => EdiResultsFile.Write(With() with { BasedataVersion = new string('9', 21) }, EdiContent.Main, 1));

    private static EdiFile Read(byte[] bytes, string? fileName = null)
    {
        var reading = EdiReader.Read(bytes, fileName);
        if (reading is EdiReading.Refused refused) Assert.Fail(string.Join('\n', refused.Faults));
        return ((EdiReading.Accepted)reading).File;
    }

    private static IEnumerable<string> Codes(CentreResults centre, EdiContent content)
        => Read(EdiResultsFile.Write(centre, content, 1).Bytes).Results.Select(result => result.Code);

    private static string[] Lines(CentreResults centre)
    {
        var text = Encoding.ASCII.GetString(EdiResultsFile.Write(centre, EdiContent.Main, 1).Bytes);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        return text[..^2].Split("\r\n");
    }
}
