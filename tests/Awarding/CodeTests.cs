using System.Text.Json;
using ResultsGrid.Awarding.Codes;

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
    [InlineData("A"), InlineData("A*"), InlineData("Z"), InlineData("U"), InlineData("1"), InlineData("9"), InlineData("9-8"), InlineData("1-1"), InlineData("AB"), InlineData("A*A*"), InlineData("A*A")]
    [InlineData("*1"), InlineData("*2"), InlineData("D1"), InlineData("M2"), InlineData("P1"), InlineData("NC"), InlineData("D*")]
    public void A_grade_is_as_it_is_printed(string text) => Taken<Grade>(text);

    [Theory]
    [InlineData(""), InlineData("a"), InlineData("0"), InlineData("10"), InlineData("9-0"), InlineData("98"), InlineData("9-8-7"), InlineData("ABC"), InlineData("*"), InlineData("*3"), InlineData("A1"), InlineData("D3"), InlineData("A**")]
    [InlineData("A\n"), InlineData(" A"), InlineData("#"), InlineData(null)]
    public void Anything_else_is_no_grade(string? text) => Refused<Grade>(text, "a grade as printed, for example A*, 7, AB, 9-8 or D2");

    [Theory]
    [InlineData("AB", "A", "B")]
    [InlineData("A*A*", "A*", "A*")]
    [InlineData("A*A", "A*", "A")]
    [InlineData("AA*", "A", "A*")]
    [InlineData("9-8", "9", "8")]
    [InlineData("A", "A", null)]
    [InlineData("A*", "A*", null)]
    [InlineData("7", "7", null)]
    [InlineData("NC", "NC", null)] // Not Classified, one grade
    [InlineData("D2", "D2", null)]
    [InlineData("*2", "*2", null)]
    public void A_double_award_s_grade_has_two_halves(string grade, string first, string? second)
    {
        Assert.Equal((first, second), Grade.Parse(grade).Halves());
        Assert.Equal(second is not null, Grade.Parse(grade).IsDouble);
    }

    [Theory]
    [InlineData("A*A* A*A AA", true)]
    [InlineData("A* A B", false)]
    [InlineData("9-9 9-8 8", false)]
    [InlineData("", false)]
    public void A_gradeset_is_double_where_all_its_grades_are(string grades, bool isDouble)
    {
        var listed = grades.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(grade => Grade.Parse(grade)).ToList();
        Assert.Equal(isDouble, new Gradeset("SPECIMEN", listed).IsDouble);
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
    [InlineData("""{"F011":"a"}""", "'a' is not a Grade.")]
    [InlineData("""{"F011":7}""", "'' is not a Grade.")]
    [InlineData("""{"F011":null}""", "'' is not a Grade.")]
    public void Text_that_is_no_code_is_refused_by_name(string json, string reason)
    {
        var refusal = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Dictionary<AssessmentCode, Grade>>(json));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

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
        Assert.Equal($"'{text}' is not {expected}.", Assert.Throws<FormatException>(() => T.Parse(text!, null)).Message);
    }
}
