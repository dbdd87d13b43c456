using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Edi;
using ResultsGrid.Exchange.SeriesFiles;
using static ResultsGrid.Tests.Formats.FormatsCentre;
using Outcome = ResultsGrid.Awarding.Results.Outcome;

namespace ResultsGrid.Tests.Formats;

public sealed class EdiReaderTests
{
    private static readonly byte[] Valid = EdiResultsFile.Write(
        With(
            Candidate(1, assessments: [UnitResult(AccountingUnit)], awards: [Award(Accounting, "A", 330), Award(DoubleScience, "9-8", 400), Award(English, "8", 120, "P")]),
            Candidate(2, assessments: [AbsentUnit(AccountingUnit)], awards: [NoAward(Accounting, Outcome.Pending)])),
        EdiContent.Main, 1).Bytes;

    public static TheoryData<string, int, int, string, string> Damages => new()
    {
        { "text not at the left of its field", 2, 53, " MITH", "stands at the left" },
        { "unknown record type", 2, 1, "R7", "not one of the record types" },
        { "another centre", 2, 3, "54321", "expected 12345" },
        { "candidate number", 2, 8, "0000", "a candidate number" },
        { "UCI check character", 2, 24, "Z", "a UCI" },
        { "unknown flag", 2, 37, "Z", "not one of the flags" },
        { "flag of another shape", 2, 37, "E", "stay blank" },
        { "grade", 2, 38, "?!", "a grade as results files carry it" },
        { "blank grade", 2, 38, "  ", "a graded result has a grade" },
        { "text in a number", 2, 43, "03a0", "fills its field with digits" },
        { "mark above maximum", 2, 43, "0401", "above its maximum of 400" },
        { "name without colon", 2, 58, " ", "with its colon" },
        { "date", 2, 93, "20260230", "yyyymmdd" },
        { "ULN", 2, 101, "0000000041", "a ULN" },
        { "series unknown", 1, 10, "????", "a series code" },
        { "format version", 1, 14, "RG99", "expected RG01" },
        { "count of awards", 8, 10, "000003", "come to 4" },
        { "count of units", 8, 16, "000009", "come to 2" },
        { "check total", 8, 29, "000000000000", "come to " },
        { "control character", 3, 60, "\u0007", "not a printable ASCII character" },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_damaged_field_is_named_with_its_line_and_reason(string what, int line, int start, string replacement, string reason)
    {
        var faults = Refused(Damaged(line, start, replacement));
        Assert.True(
            faults.Any(fault => fault.Line == line && fault.Reason.Contains(reason, StringComparison.Ordinal)),
            $"{what}: no fault in line {line} with '{reason}' among\n{string.Join('\n', faults)}");
    }

    public static TheoryData<int, int, string, string, string> WrongFields => new()
    {
        { 1, 1, "R2", "record type (1-2)", "not one of the record types R1 R5 R6 R9" },
        { 1, 3, "AB", "awarding body (3-4)", "an awarding body is two digits" },
        { 1, 3, "1A", "awarding body (3-4)", "an awarding body is two digits" },
        { 1, 3, "1 ", "awarding body (3-4)", "an awarding body is two digits" },
        { 1, 38, "X", "content (38)", "M for the main results file, U for the units of qualifications that have two" },
        { 1, 39, "000000", "sequence number (39-44)", "sequence numbers begin at 1" },
        { 1, 105, "x", "filler (105-110)", "these bytes stay blank" },
        { 2, 25, "?   ", "element code (25-34)", $"expected {QualificationCode.Expected}" },
        { 5, 25, "?   ", "element code (25-34)", $"expected {AssessmentCode.Expected}" },
        { 2, 35, "h ", "option (35-36)", "an option is at most 2 capital letters or digits" },
        { 5, 35, "H ", "option (35-36)", "a unit has no option" },
        { 2, 37, "Z", "flag (37)", "not one of the flags G E X Q A" },
        { 6, 38, "X ", "result code (38-39)", "expected Q" },
        { 7, 38, "?!?!", "no grade (38-41)", "these bytes stay blank" },
        { 6, 40, "?!", "no second grade (40-41)", "these bytes stay blank" },
        { 2, 42, "x", "partial absence (42)", "# or blank" },
        { 7, 42, " ", "partial absence (42)", "an absent result has its # here" },
        { 4, 43, "  ", "endorsement (43-44)", "the flag says that an endorsement stands here" },
        { 5, 37, "EA    P         ", "endorsement (43-44)", "only an award has an endorsement" },
        { 6, 45, "1", "no mark (45-52)", "these bytes stay blank" },
        { 2, 51, "1", "filler (51-52)", "these bytes stay blank" },
        { 8, 3, "02", "awarding body (3-4)", "expected 01" },
        { 8, 5, "54321", "centre number (5-9)", "expected 12345" },
        { 8, 41, "x", "filler (41-110)", "these bytes stay blank" },
    };

    [Theory]
    [MemberData(nameof(WrongFields))]
    public void A_wrong_field_is_told_once_with_its_place_and_reason(int line, int start, string replacement, string field, string reason)
        // A header with a fault is no header: that is told beside it, of no field.
        => Assert.Equal([(field, reason)], Refused(Damaged(line, start, replacement)).Where(fault => fault.Line == line && fault.Field is not null).Select(fault => (fault.Field!, fault.Reason)));

    [Fact]
    public void Full_marks_are_no_fault()
        => Assert.IsType<EdiReading.Accepted>(EdiReader.Read(EdiResultsFile.Write(With(Candidate(1, awards: [Award(Accounting, "A*", 400)])), EdiContent.Main, 1).Bytes));

    [Fact]
    public void No_name_is_no_file_name() => Assert.False(EdiFileName.TryParse(null, out _));

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        for (var length = 0; length < Valid.Length; length++) Assert.NotEmpty(Refused(Valid[..length]));
    }

    [Fact]
    public void A_missing_candidate_record_is_noticed_by_the_trailer()
    {
        byte[] missing = [.. Valid[..112], .. Valid[224..]];
        Assert.Contains(Refused(missing), fault => fault.Field == "all records (22-28)");
    }

    [Fact]
    public void A_second_result_against_the_same_entry_is_refused()
    {
        byte[] doubled = [.. Valid[..224], .. Valid[112..]];
        Assert.Contains(Refused(doubled), fault => fault.Reason.StartsWith("a second result", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("R1234501 (1).X01")]
    [InlineData("R5432101.X01")]
    [InlineData("R1234501.X02")]
    [InlineData("R1234570.X01")]
    [InlineData("E1234501.X01")]
    public void A_renamed_file_is_refused(string fileName)
        => Assert.Contains(((EdiReading.Refused)EdiReader.Read(Valid, fileName)).Faults, fault => fault.Field == "file name");

    [Fact]
    public void File_names_are_not_case_sensitive()
        => Assert.IsType<EdiReading.Accepted>(EdiReader.Read(Valid, "r1234501.x01"));

    [Fact]
    public void A_file_too_large_is_refused_unread()
        => Assert.Contains("at most", Assert.Single(Refused(new byte[EdiReader.MaxBytes + 1])).Reason, StringComparison.Ordinal);

    [Fact]
    public void Faults_are_bounded()
    {
        var refused = (EdiReading.Refused)EdiReader.Read(Encoding.ASCII.GetBytes(new string('\n', 5_000)));
        Assert.Equal((SeriesReading.MaxFaults, true), (refused.Faults.Count, refused.HasMore));
    }

    [Fact]
    public void Any_bytes_are_refused_without_an_exception()
        => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => Assert.NotEmpty(Refused(bytes))).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void What_is_accepted_of_a_mutated_file_is_exactly_what_it_says()
        => Prop.ForAll(Mutation.Of(Valid), mutated =>
        {
            // The reader takes one spelling only: what it took, written again, is the very same bytes.
            if (EdiReader.Read(mutated) is EdiReading.Accepted { File: var file }) Assert.Equal(mutated, Rewritten(file));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    private static byte[] Rewritten(EdiFile file) => EdiResultsFile.Encode(file);

    private static IReadOnlyList<Fault> Refused(byte[] bytes) => Assert.IsType<EdiReading.Refused>(EdiReader.Read(bytes)).Faults;

    private static byte[] Damaged(int line, int start, string replacement)
    {
        byte[] damaged = [.. Valid];
        Encoding.ASCII.GetBytes(replacement).CopyTo(damaged, (line - 1) * 112 + start - 1);
        return damaged;
    }
}
