using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ResultsGrid.Exchange.SeriesFiles;
using ResultsGrid.Exchange.Xml;
using static ResultsGrid.Tests.Formats.FormatsCentre;

namespace ResultsGrid.Tests.Formats;

public sealed class XmlResultsReaderTests
{
    private static readonly XmlDocumentFile Valid = XmlResultsFile.Write(With(
        Candidate(1, "Núñez", "Zoë", assessments: [UnitResult(AccountingUnit), ComponentResult(SciencePaper, 41)], awards: [Award(DoubleScience, "9-8", 400), Award(English, "8", 120, "P")]),
        Candidate(2, assessments: [AbsentUnit(AccountingUnit)])));

    private static readonly string Text = Encoding.UTF8.GetString(Valid.Bytes);

    public static TheoryData<string, string, string> Damages => new()
    {
        { "centre=\"12345\"", "centre=\"1234\"", "centre" },
        { "series=\"6B26\"", "series=\"??\"", "series" },
        { "0001H\"", "0001A\"", "no Uci" },
        { "dateOfBirth=\"2008-02-29\"", "dateOfBirth=\"2007-02-29\"", "dateOfBirth" },
        { "rawMark=\"47\"", "rawMark=\"-1\"", "rawMark" },
        { "outcome=\"marked\"", "outcome=\"great\"", "outcome" },
        { " grade=\"9-8\"", "", "grade and firstGrade stand together" },
        { " firstGrade=\"9\"", "", "grade and firstGrade stand together" },
        { "firstGrade=\"9\"", "firstGrade=\"A*A*\"", "firstGrade" },
        { "number=\"0002\"", "number=\"0001\"", "0001" },
        { "code=\"J25001\"", "code=\"F011\"", "F011" },
        { "<forenames>Zoë</forenames>", "", "forenames" },
        { "<seriesTitle>", "<extra/><seriesTitle>", "extra" },
        { "urn:resultsgrid:results:1", "urn:someone:else", "results" },
        { "</results>", "", "results" },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_damaged_file_is_refused_with_the_place_and_reason(string was, string becomes, string named)
    {
        Assert.Contains(was, Text, StringComparison.Ordinal);
        var faults = Refused(Text.Replace(was, becomes, StringComparison.Ordinal));
        Assert.True(
            faults.Any(fault => fault.Line > 0 && $"{fault.Field} {fault.Reason}".Contains(named, StringComparison.Ordinal)),
            $"no fault names {named} among\n{string.Join('\n', faults)}");
    }

    [Fact]
    public void A_document_type_is_refused_and_nothing_outside_is_fetched()
    {
        var secret = Path.GetTempFileName();
        File.WriteAllText(secret, "secret-of-the-server");
        var attack = Text.Replace("<results ", $"<!DOCTYPE results [<!ENTITY x SYSTEM \"file://{secret}\">]><results ", StringComparison.Ordinal).Replace("Zoë", "&x;", StringComparison.Ordinal);
        var faults = Refused(attack);
        File.Delete(secret);
        Assert.Contains("DTD", Assert.Single(faults).Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-of-the-server", faults[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_schema_location_in_the_file_is_not_followed()
        => Assert.NotEmpty(Refused(Text.Replace("<results ", "<results xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"urn:x file:///etc/passwd\" extra=\"1\" ", StringComparison.Ordinal)));

    [Fact]
    public void Endless_nesting_is_refused()
        => Assert.Contains(Refused(string.Concat(Enumerable.Repeat("<a>", 100_000))), fault => fault.Reason.Contains("nested", StringComparison.Ordinal));

    [Fact]
    public void A_file_in_another_encoding_is_refused()
        => Assert.Equal("not UTF-8", Assert.Single(((XmlResultsReading.Refused)XmlResultsReader.Read(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Text)).ToArray())).Faults).Reason);

    [Fact]
    public void A_file_too_large_is_refused_unread()
        => Assert.Contains("at most", Assert.Single(((XmlResultsReading.Refused)XmlResultsReader.Read(new byte[XmlResultsReader.MaxBytes + 1])).Faults).Reason, StringComparison.Ordinal);

    [Fact]
    public void Faults_are_bounded()
    {
        var refused = (XmlResultsReading.Refused)XmlResultsReader.Read(Encoding.UTF8.GetBytes(
            Text.Replace("<centreName>", string.Concat(Enumerable.Range(0, 3_000).Select(i => $"<a b{i}=\"\"/>")) + "<centreName>", StringComparison.Ordinal)
                .Replace("basedataVersion", string.Join(' ', Enumerable.Range(0, 3_000).Select(i => $"a{i}=\"\"")) + " basedataVersion", StringComparison.Ordinal)));
        Assert.Equal((SeriesReading.MaxFaults, true), (refused.Faults.Count, refused.HasMore));
    }

    [Fact]
    public void A_renamed_file_is_refused_and_case_does_not_matter()
    {
        Assert.IsType<XmlResultsReading.Accepted>(XmlResultsReader.Read(Valid.Bytes, Valid.FileName.ToUpperInvariant()));
        Assert.IsType<XmlResultsReading.Refused>(XmlResultsReader.Read(Valid.Bytes, Valid.FileName.Replace(".xml", " (1).xml", StringComparison.Ordinal)));
    }

    [Fact]
    public void Any_bytes_are_refused_without_an_exception()
        => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => Assert.IsType<XmlResultsReading.Refused>(XmlResultsReader.Read(bytes)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void A_mutated_file_is_read_or_refused_without_an_exception()
        => Prop.ForAll(Mutation.Of(Valid.Bytes), mutated =>
        {
            // What was taken is sound: it can be written and read again.
            if (XmlResultsReader.Read(mutated) is XmlResultsReading.Accepted { Results: var results })
                Assert.IsType<XmlResultsReading.Accepted>(XmlResultsReader.Read(XmlResultsFile.Write(results).Bytes));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));

    private static IReadOnlyList<Fault> Refused(string text)
        => Assert.IsType<XmlResultsReading.Refused>(XmlResultsReader.Read(Encoding.UTF8.GetBytes(text))).Faults;
}
