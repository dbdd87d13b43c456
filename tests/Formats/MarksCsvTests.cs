using System.Text;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Exchange.Marks;
using static ResultsGrid.Tests.Formats.FormatsCentre;

namespace ResultsGrid.Tests.Formats;

public sealed class MarksCsvTests
{
    [Fact]
    public void Each_result_of_each_candidate_is_a_row()
    {
        var centre = With(
            Candidate(1, "Núñez", "Zoë", assessments: [UnitResult(AccountingUnit, partialAbsence: true), ComponentResult(SciencePaper, 41) with { SpecialConsideration = true }]),
            Candidate(2, "O\"Neil", "A, B", assessments: [AbsentUnit(AccountingUnit), UngradedUnit(ExaminedUnit, Outcome.Pending), UngradedUnit(ModeratedUnit, Outcome.NoResult)]));

        const string Expected = """
            series,centre_number,candidate_number,family_name,forenames,uci,assessment_code,assessment_title,kind,status,raw_mark,maximum_mark,ums,maximum_ums,grade,weighted_mark,partial_absence,special_consideration,notice
            6B26,12345,0001,Núñez,Zoë,123450260001H,F011,Unit F011,unit,Graded,47,60,66,80,A,,#,,Invented data: no real candidate
            6B26,12345,0001,Núñez,Zoë,123450260001H,J25001,Paper J25001,component,Marked,41,60,,,,71.75,,yes,Invented data: no real candidate
            6B26,12345,0002,"O""Neil","A, B",123450260002T,F011,Unit F011,unit,Absent,,60,0,80,,,,,Invented data: no real candidate
            6B26,12345,0002,"O""Neil","A, B",123450260002T,F200,Unit F200,unit,Pending,,50,,120,,,,,Invented data: no real candidate
            6B26,12345,0002,"O""Neil","A, B",123450260002T,F201,Unit F201,unit,No Result,,90,,120,,,,,Invented data: no real candidate

            """;
        Assert.Equal("\uFEFF" + Expected.ReplaceLineEndings("\r\n"), Encoding.UTF8.GetString(MarksCsv.Render(centre)));
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+44 20")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    public void A_name_that_a_spreadsheet_would_run_is_only_text(string name)
    {
        var text = Encoding.UTF8.GetString(MarksCsv.Render(With(Candidate(1, name, name, assessments: [UnitResult(AccountingUnit)]))));
        var row = text[text.IndexOf("6B26,", StringComparison.Ordinal)..];
        Assert.Equal(2, row.Split("'" + name).Length - 1);
    }

    [Fact]
    public void A_series_of_real_data_has_a_blank_notice()
    {
        var text = Encoding.UTF8.GetString(MarksCsv.Render(With(Candidate(1, assessments: [UnitResult(AccountingUnit)])) with { Notice = null }));
        Assert.EndsWith(",66,80,A,,,,\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_outcome_without_words_is_refused()
    {
        var refused = Assert.Throws<InvalidDataException>(() => MarksCsv.Render(With(Candidate(1, assessments: [UngradedUnit(AccountingUnit, (Outcome)99)]))));
        Assert.Equal("99 has no words in a table of marks.", refused.Message);
    }

    [Fact]
    public void The_same_results_give_the_same_bytes()
    {
        var centre = With(Candidate(1, assessments: [UnitResult(AccountingUnit)]));
        Assert.Equal(MarksCsv.Render(centre), MarksCsv.Render(centre));
    }
}
