namespace ResultsGrid.Tests.SeriesFiles;

public sealed class ScheduleFaultTests
{
    [Theory]
    [InlineData(2, "\"series\": \"D B26\",", "series", "D B26", "a series code")]
    [InlineData(3, "\"title\": \"\",", "title", "", "is blank")]
    [InlineData(3, "\"title\": 26,", "title", null, "not a text")]
    [InlineData(3, "\"title\": {\"en\": \"June\"},", "title", null, "not a text")]
    [InlineData(3, "\"title\": \"June\", \"colour\": \"red\",", "colour", null, "is no property of this file")]
    [InlineData(3, "\"title\": \"June\", \"title\": \"July\",", "title", "July", "is given twice")]
    [InlineData(5, "\"restrictedRelease\": \"2026-08-12 00:01\",", "restrictedRelease", "2026-08-12 00:01", "written yyyy-mm-ddThh:mm")]
    [InlineData(5, "\"restrictedRelease\": \"2026-02-30T00:01\",", "restrictedRelease", "2026-02-30T00:01", "is not a time that exists")]
    [InlineData(5, "\"restrictedRelease\": \"2026-03-29T01:30\",", "restrictedRelease", "2026-03-29T01:30", "the clocks go forward")]
    [InlineData(6, "\"candidateRelease\": \"2026-08-12T00:00\",", "candidateRelease", "2026-08-12T00:00", "is before the restricted release, 2026-08-12T00:01")]
    [InlineData(4, "\"basedataVersion\": \"a version with a long name\",", "basedataVersion", "a version with a long name", "20 are the most")]
    public void A_property_that_breaks_its_rule_is_named(int line, string text, string field, string? value, string reason)
        => new SamplePackage().WithLine("series.json", line, text).Read().ShouldAlsoName("series.json", line, field, value, reason);

    [Theory]
    [InlineData("[]", 1, "is not a JSON object")]
    [InlineData("", 2, "is not JSON from here on")]
    [InlineData("{\n\"series\": \"6B26\",\n]", 3, "is not JSON from here on")]
    [InlineData("{\n\"series\": \"\\ud800\"}", 2, "half of a surrogate pair")]
    [InlineData("{\n\"series\": {\"a\": {\"b\": {}}}}", 2, "is not JSON from here on")]
    public void What_is_no_json_object_is_named_by_line(string text, int line, string reason)
        => new SamplePackage().WithFile("series.json", text).Read().ShouldAlsoName("series.json", line, null, null, reason);

    [Fact]
    public void A_missing_property_is_named()
        => new SamplePackage().WithoutLine("series.json", 4).Read().ShouldName("series.json", null, "basedataVersion", null, "is missing");

    [Fact]
    public void A_schedule_of_megabytes_is_refused()
        => new SamplePackage().WithLine("series.json", 3, $"\"title\": \"{string.Concat(Enumerable.Range(0, 30_000))}\",").Read()
            .ShouldName("series.json", null, null, null, "is longer than 65536 bytes");

    [Fact]
    public void A_series_without_notice_has_none()
        => Assert.Null(new SamplePackage().WithLine("series.json", 7, "\"notice\": \"\"").Read().ShouldBeAccepted().Notice);
}
