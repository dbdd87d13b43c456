using System.Text.Json;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Text;

namespace ResultsGrid.Tests.Awarding;

/// <summary>Codes are parsed once, at the edge: what is taken is exactly the printed form, and nothing near it.</summary>
public class CodeTests
{
    [Theory]
    [InlineData("F011"), InlineData("01"), InlineData("A1B2C3D4E5")]
    public void An_assessment_code_is_2_to_10_capitals_and_digits(string text) => Taken<AssessmentCode>(text);

    [Theory]
    [InlineData(""), InlineData("F"), InlineData("A1B2C3D4E5F"), InlineData("f011"), InlineData("F 11"), InlineData("F011\n"), InlineData(" F011"), InlineData("F01É"), InlineData(null)]
    public void Anything_else_is_no_assessment_code(string? text) => Refused<AssessmentCode>(text, "an assessment code: 2 to 10 capital letters and digits, for example F011");

    [Theory]
    [InlineData("H401"), InlineData("J2"), InlineData("H123456")]
    public void A_certification_code_is_2_to_7_capitals_and_digits(string text) => Taken<QualificationCode>(text);

    [Theory]
    [InlineData(""), InlineData("H"), InlineData("H1234567"), InlineData("h401"), InlineData("H401\n"), InlineData("-H401"), InlineData(null)]
    public void Anything_else_is_no_certification_code(string? text) => Refused<QualificationCode>(text, "a certification code: 2 to 7 capital letters and digits, for example H401");

    [Theory]
    [InlineData("6B26"), InlineData("1A00"), InlineData("9Z99"), InlineData("AB26"), InlineData("CB26")]
    public void A_series_is_a_month_a_letter_and_a_year(string text) => Taken<SeriesCode>(text);

    [Theory]
    [InlineData(""), InlineData("0B26"), InlineData("DB26"), InlineData("6b26"), InlineData("6026"), InlineData("6B2"), InlineData("6B260"), InlineData("6BA6"), InlineData("6B26\n"), InlineData("x6B26"), InlineData(null)]
    public void Anything_else_is_no_series(string? text) => Refused<SeriesCode>(text, "a series code: a month (1-9, A, B or C), a letter and two digits of the year, for example 6B26");

    [Theory]
    [InlineData("A"), InlineData("A*"), InlineData("U"), InlineData("9"), InlineData("9-8"), InlineData("A*A"), InlineData("*2"), InlineData("D1"), InlineData("NC"), InlineData("R")]
    [InlineData("D*D*D*"), InlineData("DMM"), InlineData("PPP"), InlineData("Distinction*"), InlineData("Near pass"), InlineData("Level 2 Merit"), InlineData("Llwyddo â chlod"), InlineData("123456789 123456789 1234567890")]
    public void A_grade_is_whatever_a_gradeset_prints(string text) => Taken<Grade>(text);

    [Theory]
    [InlineData(""), InlineData(" "), InlineData(" A"), InlineData("A "), InlineData("Near  pass"), InlineData("A\n"), InlineData("A\u00A0B"), InlineData("A\u200B"), InlineData("\uFEFFA"), InlineData("A\u202E"), InlineData("\uD800"), InlineData(null)]
    [InlineData("A;B"), InlineData("A/B"), InlineData("#"), InlineData("A #"), InlineData("123456789 123456789 12345678901")]
    public void What_cannot_be_seen_or_divides_grades_is_no_grade(string? text)
        => Refused<Grade>(text, "a grade as printed: up to 30 visible characters without / ; or #, for example A*, 7, 9-8, D*D*D* or Near pass");

    [Theory]
    [InlineData("A"), InlineData("*2"), InlineData("D6"), InlineData("A*/A"), InlineData("9/8")]
    public void A_results_file_carries_a_grade_in_fields_of_2_characters(string text) => Taken<ExchangeGrade>(text);

    [Theory]
    [InlineData(""), InlineData("A*A"), InlineData("a"), InlineData("A/"), InlineData("/A"), InlineData("A/B/C"), InlineData("A B"), InlineData("A\n"), InlineData("-1"), InlineData(null)]
    public void Anything_longer_or_other_is_not_carried(string? text)
        => Refused<ExchangeGrade>(text, "a grade as results files carry it: 1 or 2 capital letters, digits or *, or two of these with / between, for example D1 or A*/A");

    [Theory]
    [InlineData("AA AB BB", "AB", "A/B")]
    [InlineData("A*A* A*A AA", "A*A", "A*/A")]
    [InlineData("9-9 9-8 8-8", "9-8", "9/8")]
    [InlineData("9-9 9-8 8-8", "U", "U")]
    [InlineData("A* A B", "A*", "A*")]
    [InlineData("*2 D2 M2 P2 D1 M1 P1", "*2", "*2")]
    [InlineData("P M D NC", "NC", "NC")] // Not Classified, one grade
    [InlineData("D*D*D* DMM PPP", "DMM", null)]
    [InlineData("D*D*D* DMM PPP", "U", "U")]
    [InlineData("9-9 9-8 8", "9-8", null)]
    public void A_double_award_is_carried_in_its_halves_and_any_other_as_it_is_printed(string grades, string grade, string? carried)
        => Assert.Equal(carried, Set(grades).Exchanged(Grade.Parse(grade))?.ToString());

    [Fact]
    public void A_gradeset_says_how_its_longer_grades_are_carried()
    {
        var triple = Set("D*D*D* D*D*D DMM PPP") with { ExchangeGrades = [.. "D1 D2 D6 P1".Split(' ').Select(code => ExchangeGrade.Parse(code))] };
        Assert.Equal("D1 D6 U", string.Join(' ', "D*D*D* DMM U".Split(' ').Select(grade => triple.Exchanged(Grade.Parse(grade)).ToString())));
        Assert.Null(triple.Exchanged(Grade.Parse("MMM")));
    }

    [Theory]
    [InlineData("D*D*D* D*D*D D*DD DDD DDM DMM MMM MMP MPP PPP", "D* D M P")]
    [InlineData("A*A* A*A AA AB BB", "A* A B")]
    [InlineData("9-9 9-8 8-8", "9 8")]
    [InlineData("*2 D2 M2 P2", "*2 D2 M2 P2")]
    [InlineData("P M D NC", "P M D NC")]
    [InlineData("DISTINCTION MERIT PASS", "DISTINCTION MERIT PASS")]
    public void Units_of_a_double_or_triple_award_have_the_single_grades_that_make_it_up(string grades, string singles)
        => Assert.Equal(singles, string.Join(' ', Set(grades).Singles()));

    [Theory]
    [InlineData("A*A* A*A AA", true)]
    [InlineData("A* A B", false)]
    [InlineData("9-9 9-8 8", false)]
    [InlineData("D*D*D* DMM", false)]
    [InlineData("", false)]
    public void A_gradeset_is_double_where_all_its_grades_are(string grades, bool isDouble) => Assert.Equal(isDouble, Set(grades).IsDouble);

    [Fact]
    public void A_gradeset_without_codes_is_written_as_it_was_before_there_were_any()
        => Assert.Equal("""{"Code":"SPECIMEN","Grades":["A*","A"],"IsDouble":false}""", JsonSerializer.Serialize(Set("A* A")));

    [Fact]
    public void A_gradeset_travels_with_its_codes()
    {
        var words = new Gradeset("words", [Grade.Parse("Distinction*"), Grade.Parse("Near pass")]) { ExchangeGrades = [ExchangeGrade.Parse("D*"), ExchangeGrade.Parse("R")] };
        var back = JsonSerializer.Deserialize<Gradeset>(JsonSerializer.Serialize(words))!;
        Assert.Equal(["D*", "R"], back.Grades.Select(grade => back.Exchanged(grade).ToString()));
    }

    [Fact]
    public void Below_every_boundary_is_U() => Assert.Equal("U", Gradeset.Unclassified.ToString());

    [Fact]
    public void Codes_sort_by_their_characters_whatever_the_language()
    {
        Assert.Equal("10 2A A1 Z1", Sorted<AssessmentCode>("Z1 A1 2A 10"));
        Assert.Equal("10 2A A1 Z1", Sorted<QualificationCode>("Z1 A1 2A 10"));
        Assert.Equal("1B26 6A26 6B25 6B26", Sorted<SeriesCode>("6B26 6B25 1B26 6A26"));
        Assert.Equal("A A* B", Sorted<Grade>("B A* A"));
    }

    [Fact]
    public void Codes_travel_as_their_text_also_as_a_dictionary_s_keys()
    {
        var marks = new Dictionary<AssessmentCode, Grade> { [AssessmentCode.Parse("F011")] = Grade.Parse("A*") };
        Assert.Equal("""{"F011":"A*"}""", JsonSerializer.Serialize(marks));
        Assert.Equal(marks, JsonSerializer.Deserialize<Dictionary<AssessmentCode, Grade>>("""{"F011":"A*"}"""));
    }

    [Theory]
    [InlineData("""{"f011":"A"}""", "'f011' is not a AssessmentCode.")]
    [InlineData("""{"F011":"A\u200B"}""", "'A[U+200B]' is not a Grade.")]
    [InlineData("""{"F011":7}""", "'' is not a Grade.")]
    [InlineData("""{"F011":null}""", "'' is not a Grade.")]
    public void Text_that_is_no_code_is_refused_by_name(string json, string reason)
    {
        var refusal = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Dictionary<AssessmentCode, Grade>>(json));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    private static Gradeset Set(string grades) => new("SPECIMEN", [.. grades.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(grade => Grade.Parse(grade))]);

    private static string Sorted<T>(string codes)
        where T : struct, IParsable<T>, IComparable<T>
        => string.Join(' ', codes.Split(' ').Select(code => T.Parse(code, null)).Order());

    private static void Taken<T>(string text)
        where T : struct, IParsable<T>
    {
        Assert.True(T.TryParse(text, null, out var code), $"{typeof(T).Name}: '{text}' was refused.");
        Assert.Equal(text, code.ToString());
        Assert.Equal(code, T.Parse(text, null));
    }

    private static void Refused<T>(string? text, string expected)
        where T : struct, IParsable<T>
    {
        Assert.False(T.TryParse(text, null, out var code), $"{typeof(T).Name}: '{text}' was taken.");
        Assert.Equal("", code.ToString());
        Assert.Equal($"'{ShownText.Of(text ?? "")}' is not {expected}.", Assert.Throws<FormatException>(() => T.Parse(text!, null)).Message);
    }
}
