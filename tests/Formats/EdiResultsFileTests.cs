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
    [InlineData("D*D*D*", "D1")]
    [InlineData("DMM", "D6")]
    [InlineData("PPP", "P1")]
    [InlineData("U", "U ")]
    public void A_triple_grade_goes_by_the_code_of_its_gradeset(string grade, string code)
    {
        var centre = Graded("D*D*D* D*D*D DMM PPP", "D1 D2 D6 P1", grade);
        Assert.Equal($"G{code}   0330", Lines(centre)[1][36..46]);
    }

    [Theory]
    [InlineData("Distinction*", "D*")]
    [InlineData("Near pass", "R ")]
    [InlineData("Level 2 Merit", "M2")]
    public void A_grade_of_words_goes_by_the_code_of_its_gradeset(string grade, string code)
    {
        var centre = Graded("Distinction*;Level 2 Merit;Near pass", "D* M2 R", grade);
        Assert.Equal($"G{code}   0330", Lines(centre)[1][36..46]);
        Assert.Equal($"G{code}   0066", Lines(centre)[2][36..46]);
        Assert.Equal(grade, Exchange.Xml.XmlResults.Of(centre, "01").Candidates[0].Awards[0].Award.Grade.ToString());
    }

    [Fact]
    public void A_grade_that_no_field_holds_is_refused_and_not_cut()
        => Assert.Equal(
            "Grade Near pass of H401 has no code of 2 characters for results files.",
            Assert.Throws<InvalidDataException>(() => Lines(With(Candidate(1, awards: [Award(Accounting, "Near pass", 330)])))).Message);

    [Theory]
    [InlineData("AA", "A", "A")]
    [InlineData("A*A", "A*", "A")]
    [InlineData("9-8", "9", "8")]
    [InlineData("U", "U", "")]
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
    public void A_unit_without_a_result_carries_no_mark_whatever_stands_beside_it()
    {
        var file = EdiResultsFile.Compose(With(Candidate(1, assessments: [UngradedUnit(AccountingUnit, Outcome.NoResult) with { Ums = 12 }])), EdiContent.Main, 1);
        Assert.Null(Assert.Single(file.Results).Mark);
    }

    [Fact]
    public void A_notice_that_is_cut_behind_a_blank_ends_before_it()
    {
        var notice = new string('N', 59) + " and more";
        Assert.Equal(new string('N', 59), EdiResultsFile.Compose(With() with { Notice = notice }, EdiContent.Main, 1).Header.Notice);
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

    [Theory]
    [InlineData(-1, "not '-1'")]
    [InlineData(10_000, "not '10000'")]
    public void A_mark_that_its_field_cannot_say_is_refused_and_not_cut(int mark, string reason)
    {
        var file = EdiResultsFile.Compose(With(Candidate(1, awards: [Award(Accounting, "A", 330)])), EdiContent.Main, 1);
        var refused = Assert.Throws<InvalidDataException>(() => EdiResultsFile.Encode(file with { Results = [file.Results[0] with { Mark = mark }] }));
        Assert.Equal($"The Candidate record's field mark (43-46) takes 4 characters of printable ASCII, {reason}.", refused.Message);
    }

    [Fact]
    public void A_result_without_a_mark_has_its_bytes_blank()
    {
        var file = EdiResultsFile.Compose(With(Candidate(1, awards: [Award(Accounting, "A", 330)])), EdiContent.Main, 1);
        var line = Encoding.ASCII.GetString(EdiResultsFile.Encode(file with { Results = [file.Results[0] with { Mark = null }] })).Split("\r\n")[1];
        Assert.Equal("GA        0400 ", line[36..51]);
    }

    [Fact]
    public void Text_that_is_not_printable_ASCII_is_refused_by_field()
    {
        var file = EdiResultsFile.Compose(With(), EdiContent.Main, 1);
        var refused = Assert.Throws<InvalidDataException>(() => EdiResultsFile.Encode(file with { Header = file.Header with { Notice = "caf\u00E9" } }));
        Assert.Contains("Header record's field notice (45-104)", refused.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => EdiResultsFile.Encode(file with { Header = file.Header with { Notice = "\u007F" } }));
        Assert.Throws<InvalidDataException>(() => EdiResultsFile.Encode(file with { Header = file.Header with { Notice = "\u001F" } }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("012")]
    [InlineData("0A")]
    [InlineData("A0")]
    [InlineData(":1")]
    [InlineData("1:")]
    [InlineData("/1")]
    [InlineData("1/")]
    public void An_awarding_body_is_two_digits(string awardingBody)
        => Assert.Contains($"not '{awardingBody}'", Assert.Throws<ArgumentException>(() => EdiResultsFile.Write(With(), EdiContent.Main, 1, awardingBody)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("00", "R1234500.X01")]
    [InlineData("99", "R1234599.X01")]
    public void Another_awarding_body_s_file_carries_its_number(string awardingBody, string fileName)
    {
        var document = EdiResultsFile.Write(With(), EdiContent.Main, 1, awardingBody);
        Assert.Equal(fileName, document.FileName);
        Assert.Equal(awardingBody, Read(document.Bytes, fileName).Header.AwardingBody);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000)]
    public void A_sequence_number_past_its_field_is_refused(int sequence)
        => Assert.Throws<ArgumentOutOfRangeException>(() => EdiResultsFile.Write(With(), EdiContent.Main, sequence));

    [Fact]
    public void The_largest_sequence_number_fills_its_field()
        => Assert.Equal((999_999, "R1234501.X99"), (Read(EdiResultsFile.Write(With(), EdiContent.Main, 999_999).Bytes).Header.Sequence, EdiResultsFile.Write(With(), EdiContent.Main, 999_999).FileName));

    [Fact]
    public void A_long_notice_is_cut_and_none_is_blank()
    {
        var fills = new string('X', 60);
        Assert.Equal(fills, Notice(fills));
        Assert.Equal(fills, Notice(fills + "Y"));
        Assert.Equal(new string('X', 59), Notice(new string('X', 59) + " Y")); // no blank at the cut
        Assert.Equal("", Notice(null));

        static string Notice(string? notice) => Read(EdiResultsFile.Write(With() with { Notice = notice }, EdiContent.Main, 1).Bytes).Header.Notice;
    }

    [Fact]
    public void An_award_that_is_absent_is_said_so_but_not_with_an_endorsement()
    {
        var line = Lines(With(Candidate(1, awards: [NoAward(Accounting, Outcome.Absent)])))[1];
        Assert.Equal("A    #    0400  ", line[36..52]);
        var refused = Assert.Throws<InvalidDataException>(() => Lines(With(Candidate(1, awards: [NoAward(Accounting, Outcome.Absent, endorsement: "P")]))));
        Assert.Equal("Candidate 0001: the award of H401 is absent and endorsed, which the layout cannot say.", refused.Message);
    }

    [Theory]
    [InlineData(Outcome.NoResult, "XX    P         ")]
    [InlineData(Outcome.Pending, "QQ    P         ")]
    public void An_endorsement_stands_also_without_a_grade(Outcome outcome, string bytes)
        => Assert.Equal(bytes, Lines(With(Candidate(1, awards: [NoAward(Accounting, outcome, endorsement: "P")])))[1][36..52]);

    [Fact]
    public void A_graded_award_without_a_grade_and_an_unknown_outcome_are_refused_by_name()
    {
        var ungraded = Award(Accounting, "A", 330) with { Grade = null };
        Assert.Equal(
            "Candidate 0001: the award of H401 is graded and has no grade.",
            Assert.Throws<InvalidDataException>(() => Lines(With(Candidate(1, awards: [ungraded])))).Message);
        Assert.Equal(
            "Candidate 0001, H401: 99 has no place in a results file.",
            Assert.Throws<InvalidDataException>(() => Lines(With(Candidate(1, awards: [NoAward(Accounting, (Outcome)99)])))).Message);
    }

    [Fact]
    public void The_trailer_counts_the_units_of_the_second_file()
    {
        var centre = With(Candidate(1, assessments: [UnitResult(ExaminedUnit)], awards: [Award(AdvancedNational, "D*", 231)]));
        var text = Encoding.ASCII.GetString(EdiResultsFile.Write(centre, EdiContent.SeparateUnits, 2).Bytes).Split("\r\n");
        Assert.StartsWith("R101123456B26RG016B26-3              U000002", text[0], StringComparison.Ordinal);
        Assert.StartsWith("R90112345000000000001000000300000000006", text[^2], StringComparison.Ordinal);
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

    /// <summary>A centre whose Accounting, and its unit, is graded by this gradeset.</summary>
    private static CentreResults Graded(string grades, string codes, string grade)
    {
        var gradeset = new Gradeset("set", [.. grades.Split(grades.Contains(';', StringComparison.Ordinal) ? ';' : ' ').Select(text => Grade.Parse(text))])
        {
            ExchangeGrades = [.. codes.Split(' ').Select(code => ExchangeGrade.Parse(code))],
        };
        var centre = With(Candidate(1, assessments: [UnitResult(AccountingUnit, grade: grade)], awards: [Award(Accounting, grade, 330)]));
        return centre with
        {
            Qualifications = [.. centre.Qualifications.Select(one => one.Code == Accounting ? one with { Gradeset = gradeset } : one)],
            Assessments = [.. centre.Assessments.Select(one => one.Code == AccountingUnit ? one with { Gradeset = gradeset } : one)],
        };
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
