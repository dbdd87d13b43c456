using ResultsGrid.Tests.SeriesFiles;

namespace ResultsGrid.Tests.Documents;

/// <summary>What documents can't draw is refused at load, by file, line, candidate and code point.</summary>
public sealed class UndrawableTextTests
{
    [Theory]
    [InlineData("family_name", "李", "has U+674E (李), which no typeface of the documents can draw, at character 1")]
    [InlineData("forenames", "Ann 👩", "has U+1F469 (👩), which no typeface of the documents can draw, at character 5")]
    [InlineData("forenames", "Anna\u0E34", "has U+0E34 (◌\u0E34), which no typeface of the documents can draw, at character 4")]
    [InlineData("family_name", "\u0301Archer", "has the mark U+0301 (◌\u0301) without a letter under it at character 1")]
    [InlineData("family_name", "St \u0301Archer", "has the mark U+0301 (◌\u0301) without a letter under it at character 3")]
    [InlineData("forenames", "A\u0301\u0302\u0303\u0304\u0305nn", "has 5 marks on one letter (U+0041 (A)); 4 are the most, at character 1")]
    public void A_name_that_cannot_be_drawn_refuses_the_load(string column, string name, string reason)
        => new SamplePackage().WithCell("candidates.csv", 2, column, name).Read()
            .ShouldName("candidates.csv", 2, column, name, $"{reason} in the name of candidate 0001 of centre 10101");

    [Theory]
    [InlineData("centres.csv", "name")]
    [InlineData("qualifications.csv", "title")]
    [InlineData("assessments.csv", "title")]
    public void A_title_that_cannot_be_drawn_refuses_the_load(string file, string column)
        => new SamplePackage().WithCell(file, 2, column, "École 北").Read()
            .ShouldName(file, 2, column, "École 北", "has U+5317 (北), which no typeface of the documents can draw, at character 7");

    [Theory]
    [InlineData("Nguyễn Thị Hồng")]
    [InlineData("Nguye\u0302\u0303n Thi\u0323 Ho\u0302\u0300ng")]
    [InlineData("Żaneta Đặng")]
    [InlineData("Щербаков Дмитрий")]
    [InlineData("Ελένη ᾧδε")]
    [InlineData("Mary‑Jane O’Neill Kaʻiulani")]
    public void A_name_of_letters_with_any_marks_loads_as_it_is_written(string name)
    {
        var series = new SamplePackage().WithCell("candidates.csv", 2, "forenames", name).Read().ShouldBeAccepted();
        Assert.Equal(name, series.Centres[0].Candidates[0].Name.Forenames);
    }
}
