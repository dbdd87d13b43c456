using System.Text;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Text;
using ResultsGrid.Exchange.Edi;
using ResultsGrid.Exchange.Xml;
using ResultsGrid.Tests.Formats;

namespace ResultsGrid.Tests.SeriesFiles;

/// <summary>A message that shows a field's text names what can't be seen in it by code point and place.</summary>
public sealed class UnseenCharacterTests
{
    [Theory]
    [InlineData("name\u00A0", "name[U+00A0]", "character 5 is U+00A0, no-break space")]
    [InlineData("\u200Bname", "[U+200B]name", "character 1 is U+200B, zero width space")]
    [InlineData("na\u200Dme", "na[U+200D]me", "character 3 is U+200D, zero width joiner")]
    [InlineData("\uFEFFname", "[U+FEFF]name", "character 1 is U+FEFF, byte order mark")]
    [InlineData("na\u202Eme", "na[U+202E]me", "character 3 is U+202E, right-to-left override")]
    [InlineData("name\u2066", "name[U+2066]", "character 5 is U+2066, left-to-right isolate")]
    [InlineData("name\t", "name[U+0009]", "character 5 is U+0009, tab")]
    [InlineData("na\u0007me", "na[U+0007]me", "character 3 is U+0007")]
    [InlineData("na\u00ADme", "na[U+00AD]me", "character 3 is U+00AD, soft hyphen")]
    [InlineData("na\u3000me", "na[U+3000]me", "character 3 is U+3000, ideographic space")]
    [InlineData("name\u3164", "name[U+3164]", "character 5 is U+3164")]
    [InlineData("name\uFE0F", "name[U+FE0F]", "character 5 is U+FE0F")]
    [InlineData("name ", "name[U+0020]", "character 5 is U+0020, space")]
    [InlineData("\U000E0041name", "[U+E0041]name", "character 1 is U+E0041")]
    [InlineData("n\U0001F600\u200Bame", "n\U0001F600[U+200B]ame", "character 3 is U+200B")]
    public void A_column_that_looks_right_and_is_not_is_named_with_what_makes_it_another(string column, string shown, string unseen)
        => new SamplePackage().WithLine("centres.csv", 1, $"centre_number,{column}").Read()
            .ShouldAlsoName("centres.csv", 1, shown, null, $"is no column of this file ({unseen}");

    [Theory]
    [InlineData("marks.csv", 2, "mark", "80\u00A0", "80[U+00A0]", "character 3 is U+00A0")]
    [InlineData("marks.csv", 2, "status", "\u200Bmarked", "[U+200B]marked", "character 1 is U+200B")]
    [InlineData("candidates.csv", 2, "family_name", "ARCHER\u202C", "ARCHER[U+202C]", "character 7 is U+202C")]
    [InlineData("candidates.csv", 2, "uci", "\u2060X", "[U+2060]X", "character 1 is U+2060")]
    [InlineData("centres.csv", 2, "name", " North ", "[U+0020]North[U+0020]", "character 1 is U+0020, space; character 7 is U+0020, space")]
    [InlineData("qualifications.csv", 2, "grades", "A B\u00A0C D E", "A B[U+00A0]C D E", "'B[U+00A0]C' in the list")]
    [InlineData("unit-entries.csv", 2, "assessment_code", "F011\u00AD", "F011[U+00AD]", "character 5 is U+00AD")]
    public void A_value_that_looks_right_and_is_not_is_named_so_too(string file, int line, string column, string value, string shown, string reason)
        => new SamplePackage().WithCell(file, line, column, value).Read().ShouldAlsoName(file, line, column, shown, reason);

    [Fact]
    public void A_property_of_the_schedule_is_named_so_too()
        => new SamplePackage().WithLine("series.json", 2, "\"series\u200B\": \"6B26\",").Read()
            .ShouldAlsoName("series.json", 2, "series[U+200B]", null, "is no property of this file (character 7 is U+200B, zero width space)");

    [Fact]
    public void A_file_of_the_package_is_named_so_too()
        => new SamplePackage().WithFile("marks\u00A0.csv", "x").Read().ShouldName("marks[U+00A0].csv", null, null, null, "is no file of a series package");

    [Fact]
    public void Many_that_cannot_be_seen_are_counted_and_the_first_named()
        => new SamplePackage().WithCell("centres.csv", 2, "name", "A\u200B\u200C\u200D\u200E\u200FB").Read().ShouldAlsoName(
            "centres.csv", 2, "name", "A[U+200B][U+200C][U+200D][U+200E][U+200F]B",
            "(character 2 is U+200B, zero width space; character 3 is U+200C, zero width non-joiner; character 4 is U+200D, zero width joiner; 2 more can't be seen)");

    [Fact]
    public void One_behind_the_end_of_what_is_shown_is_named_all_the_same()
        => new SamplePackage().WithCell("centres.csv", 2, "name", new string('x', 100) + "\u200B").Read()
            .ShouldAlsoName("centres.csv", 2, "name", new string('x', 80) + "…", "character 101 is U+200B");

    [Theory]
    [InlineData("H401 and O'Brien-Smith, Ḥélène")]
    [InlineData("毛泽东 Ελένη Ћирилица")]
    public void A_text_that_can_be_seen_is_shown_as_it_is(string text)
    {
        Assert.Equal(text, ShownText.Of(text));
        Assert.Null(ShownText.Unseen(text));
    }

    [Fact]
    public void A_results_file_that_is_refused_shows_its_fields_so()
    {
        var bytes = EdiResultsFile.Write(FormatsCentre.With(FormatsCentre.Candidate(1, awards: [FormatsCentre.Award(FormatsCentre.Accounting, "A", 330)])), EdiContent.Main, 1).Bytes;
        " MITH"u8.CopyTo(bytes.AsSpan(112 + 52));
        var fault = Assert.Single(Assert.IsType<EdiReading.Refused>(EdiReader.Read(bytes)).Faults);
        Assert.Equal(("[U+0020]MITH: ANN MARY", "text stands at the left of its field (character 1 is U+0020, space)"), (fault.Value, fault.Reason));
    }

    [Fact]
    public void An_XML_file_that_is_refused_shows_its_attributes_so()
    {
        var document = XmlResultsFile.Write(FormatsCentre.With(FormatsCentre.Candidate(1)));
        var changed = Encoding.UTF8.GetString(document.Bytes).Replace("centre=\"12345\"", "centre=\"12345\u200B\"", StringComparison.Ordinal);
        Assert.Contains(Assert.IsType<XmlResultsReading.Refused>(XmlResultsReader.Read(Encoding.UTF8.GetBytes(changed))).Faults, fault => fault.Reason.Contains("12345[U+200B]", StringComparison.Ordinal));
    }

    [Fact]
    public void A_code_that_does_not_parse_is_shown_so()
        => Assert.StartsWith("'F011[U+00A0]' is not an assessment code", Assert.Throws<FormatException>(() => AssessmentCode.Parse("F011\u00A0")).Message, StringComparison.Ordinal);
}
