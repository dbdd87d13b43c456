using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using FsCheck;
using FsCheck.Fluent;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Exchange.Results;
using ResultsGrid.Exchange.Xml;
using ResultsGrid.Tests.Architecture;
using static ResultsGrid.Tests.Formats.FormatsCentre;
using Outcome = ResultsGrid.Awarding.Results.Outcome;

namespace ResultsGrid.Tests.Formats;

public sealed class XmlResultsFileTests
{
    private static readonly XNamespace Results = "urn:resultsgrid:results:1";
    private static readonly JsonSerializerOptions AsTold = new() { Converters = { new ScoreAsText() } };

    [Fact]
    public void One_candidates_file_reads_so()
    {
        var award = Award(DoubleScience, "9-8", 401, option: "H", partialAbsence: true) with
        {
            Counted = [new CountedResult(SciencePaper, Series, 71.75m), new CountedResult(AccountingUnit, SeriesCode.Parse("1A25"), 66m)],
        };
        var centre = With(Candidate(1, "Núñez", "Zoë", Uln.Parse("0000000042"),
            [UnitResult(AccountingUnit, partialAbsence: true), ComponentResult(SciencePaper, 41) with { SpecialConsideration = true }, AbsentUnit(ExaminedUnit)],
            [award, Award(English, "7", 120, endorsement: "D"), NoAward(Accounting, Outcome.NoResult, "a unit <missing>")]));

        const string Expected = """
            <?xml version="1.0" encoding="utf-8"?>
            <results awardingBody="01" centre="12345" series="6B26" basedataVersion="6B26-3" xmlns="urn:resultsgrid:results:1">
             <seriesTitle>June 2026 GCE</seriesTitle>
             <notice>Invented data: no real candidate</notice>
             <centreName>Sant Padarn's School</centreName>
             <candidate number="0001" uci="123450260001H" uln="0000000042" dateOfBirth="2008-02-29">
              <familyName>Núñez</familyName>
              <forenames>Zoë</forenames>
              <assessment code="F011" kind="unit" outcome="graded" grade="A" rawMark="47" maximumMark="60" ums="66" maximumUms="80" partialAbsence="yes" />
              <assessment code="J25001" kind="component" outcome="marked" rawMark="41" maximumMark="60" weightedMark="71.75" specialConsideration="yes" />
              <assessment code="F200" kind="unit" outcome="absent" maximumMark="50" ums="0" maximumUms="120" />
              <award code="J250" option="H" outcome="graded" grade="9-8" firstGrade="9" secondGrade="8" total="401" maximumTotal="420" partialAbsence="yes">
               <counted code="J25001" series="6B26" score="71.75" />
               <counted code="F011" series="1A25" score="66" />
              </award>
              <award code="J351" outcome="graded" grade="7" firstGrade="7" total="120" maximumTotal="160" endorsement="D" />
              <award code="H401" outcome="no-result" maximumTotal="400">
               <reason>a unit &lt;missing&gt;</reason>
              </award>
             </candidate>
            </results>
            """;
        Assert.Equal(Expected.ReplaceLineEndings("\n"), Encoding.UTF8.GetString(XmlResultsFile.Write(centre).Bytes));
    }

    [Fact]
    public void Everything_written_is_read_back_equal()
        => Prop.ForAll(AnyCentre.Arbitrary, centre =>
        {
            var document = XmlResultsFile.Write(centre);
            var read = Read(document.Bytes, document.FileName);
            Assert.Equal(Told(XmlResults.Of(centre, "01")), Told(read));
            Assert.Equal(document.Bytes, XmlResultsFile.Write(read).Bytes);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_file_is_valid_against_the_schema_in_the_documentation()
    {
        var schemas = new XmlSchemaSet();
        using (var schema = XmlReader.Create(Path.Combine(SourceTree.Root, "docs/results.xsd"))) schemas.Add(Results.NamespaceName, schema);
        Prop.ForAll(AnyCentre.Arbitrary, centre =>
        {
            using var bytes = new MemoryStream(XmlResultsFile.Write(centre).Bytes);
            XDocument.Load(bytes).Validate(schemas, (_, invalid) => Assert.Fail(invalid.Message));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_assembly_carries_the_schema_of_the_documentation()
    {
        using var embedded = new StreamReader(ResultsSchema.Open());
        Assert.Equal(File.ReadAllText(Path.Combine(SourceTree.Root, "docs/results.xsd")), embedded.ReadToEnd());
    }

    [Fact]
    public void File_name_carries_a_GUID_made_of_the_content()
    {
        var centre = With(Candidate(1, assessments: [ComponentResult(SciencePaper, 41)]));
        var otherMark = With(Candidate(1, assessments: [ComponentResult(SciencePaper, 42)]));

        var name = XmlResultsFile.Write(centre).FileName;
        Assert.Matches(@"\Aa2c\.12345\.01\.EDIResults\.[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\.xml\z", name);
        Assert.Equal(name, XmlResultsFile.Write(centre).FileName);
        Assert.NotEqual(name, XmlResultsFile.Write(otherMark).FileName);
    }

    [Fact]
    public void Characters_that_XML_forbids_are_replaced_and_others_kept()
    {
        var read = Read(XmlResultsFile.Write(With(Candidate(1, "a\0b\u000B\uD800c\uFFFF", "😀 <&>\"' \r\n\t ]]>"))).Bytes);
        Assert.Equal(new CandidateName("a\uFFFDb\uFFFD\uFFFDc\uFFFD", "😀 <&>\"' \r\n\t ]]>"), Assert.Single(read.Candidates).Name);
    }

    [Fact]
    public void Outcomes_are_all_different()
    {
        Outcome[] outcomes = [Outcome.NoResult, Outcome.Pending, Outcome.Absent];
        var centre = With([
            Candidate(1, assessments: [UnitResult(AccountingUnit)]),
            .. outcomes.Select((outcome, i) => Candidate(i + 2, assessments: [UngradedUnit(AccountingUnit, outcome)]))]);
        var written = XDocument.Parse(Encoding.UTF8.GetString(XmlResultsFile.Write(centre).Bytes)).Descendants(Results + "assessment");
        Assert.Equal(["graded", "no-result", "pending", "absent"], written.Select(result => result.Attribute("outcome")!.Value));
    }

    [Fact]
    public void A_result_without_its_specification_is_refused_by_name()
    {
        var centre = With(Candidate(1, assessments: [UnitResult(AccountingUnit)])) with { Assessments = [] };
        Assert.Contains("F011", Assert.Throws<InvalidDataException>(() => XmlResultsFile.Write(centre)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_series_of_real_data_has_no_notice()
    {
        var bytes = XmlResultsFile.Write(With() with { Notice = null }).Bytes;
        Assert.DoesNotContain("notice", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Null(Read(bytes).Notice);
    }

    [Fact]
    public void An_outcome_without_a_name_is_refused()
    {
        var refused = Assert.Throws<InvalidDataException>(() => XmlResultsFile.Write(With(Candidate(1, assessments: [UngradedUnit(AccountingUnit, (Outcome)99)]))));
        Assert.Equal("99 has no name in a results file.", refused.Message);
    }

    [Fact]
    public void The_GUID_is_the_content_s_digest_with_its_version_and_variant()
    {
        // SHA-256 of "abc" begins BA7816BF 8F01CFEA 414140DE 5DAE2223 (FIPS 180-4).
        Assert.Equal("ba7816bf-8f01-8fea-8141-40de5dae2223", XmlResultsFile.GuidOf("abc"u8).ToString());
        Assert.Equal("a2c.12345.01.EDIResults.ba7816bf-8f01-8fea-8141-40de5dae2223.xml", XmlResultsFile.FileNameOf(CentreNumber.Parse("12345"), "01", "abc"u8));
    }

    /// <summary>Everything in it as text: records that hold lists are not equal by value.</summary>
    private static string Told(XmlResults results) => JsonSerializer.Serialize(results, AsTold);

    private static XmlResults Read(byte[] bytes, string? fileName = null)
    {
        var reading = XmlResultsReader.Read(bytes, fileName);
        if (reading is XmlResultsReading.Refused refused) Assert.Fail(string.Join('\n', refused.Faults));
        return ((XmlResultsReading.Accepted)reading).Results;
    }

    /// <summary>56.00 and 56 are one score.</summary>
    private sealed class ScoreAsText : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteStringValue(ScoreText.Of(value));
    }
}
