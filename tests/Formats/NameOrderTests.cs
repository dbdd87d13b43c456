using ResultsGrid.Exchange.Identifiers;

namespace ResultsGrid.Tests.Formats;

public sealed class NameOrderTests
{
    [Fact]
    public void Names_stand_as_people_look_them_up()
    {
        string[] expected =
        [
            "Álvarez: Ana", "Alvarez: Bea", "Brown: Al", "Đặng: Żaneta", "Dunn: Eve", "Łuczak: Jan", "Lynch: Amy", "O'Brien: Pat", "Obrien: Sam", "O’Brien: Tom",
            "Smith: Zoe", "Smith Jones: Amy", "Smith-Jones: Ben", "Smithers: Al", "Zhou: Li",
        ];
        var names = expected.Select(Parse).ToList();
        Assert.Equal(expected, names.AsEnumerable().Reverse().Order(NameOrder.Instance).Select(name => $"{name}"));
        Assert.Equal(expected, names.OrderBy(name => name.Forenames, StringComparer.Ordinal).Order(NameOrder.Instance).Select(name => $"{name}"));
    }

    [Fact]
    public void Who_has_one_name_alone_stands_before_those_who_share_it()
        => Assert.Equal(["Sukarno", "Sukarno: Ali"], new[] { Parse("Sukarno: Ali"), Parse("Sukarno") }.Order(NameOrder.Instance).Select(name => $"{name}"));

    [Theory]
    [InlineData("obrien", "O'Brien: Pat")]
    [InlineData("obrien", "O’Brien: Pat")]
    [InlineData("o'brien", "OBrien: Pat")]
    [InlineData("alvarez", "Álvarez: Ana")]
    [InlineData("álvarez", "Alvarez: Ana")]
    [InlineData("smith jones", "Smith-Jones: Ben")]
    [InlineData("smithjones", "Smith‑Jones: Ben")]
    [InlineData("ben smith", "Smith-Jones: Ben")]
    [InlineData("dang", "Đặng: Żaneta")]
    [InlineData("luczak", "Łuczak: Jan")]
    [InlineData("Щербаков", "ЩЕРБАКОВ: Илья")]
    [InlineData("strasse", "Straße: Udo")]
    public void A_search_finds_a_name_however_its_marks_apostrophes_hyphens_and_capitals_are_typed(string typed, string name)
        => Assert.True(NameText.Finds(NameText.Fold(typed), Parse(name)));

    [Theory]
    [InlineData("щербакова", "ЩЕРБАКОВ: Илья")]
    [InlineData("obrian", "O'Brien: Pat")]
    [InlineData("????", "ЩЕРБАКОВ: Илья")]
    public void A_search_finds_no_other_name(string typed, string name) => Assert.False(NameText.Finds(NameText.Fold(typed), Parse(name)));

    [Fact]
    public void Half_a_character_finds_nobody_and_is_no_fault() => Assert.False(NameText.Finds(NameText.Fold("\uD800"), Parse("Brown: Al")));

    private static CandidateName Parse(string printed) => printed.Split(": ") is [var family, var forenames] ? new(family, forenames) : new(printed, "");
}
