using System.Text;
using ResultsGrid.Exchange.Edi;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Exchange.Marks;
using ResultsGrid.Exchange.Pdf;
using ResultsGrid.Exchange.Statements;
using ResultsGrid.Exchange.Xlsx;
using ResultsGrid.Exchange.Xml;
using static ResultsGrid.Tests.Formats.FormatsCentre;

namespace ResultsGrid.Tests.SeriesFiles;

/// <summary>A name is loaded whole, and whole wherever a format has room for it.</summary>
public sealed class LongNameTests
{
    private const string FamilyName = "Featherstonehaugh-Cholmondeley-Wriothesley";
    private const string Forenames = "Wilhelmina Aurelia Bartholomew Constantine Dorothea Maximilian";

    [Theory]
    [InlineData(FamilyName, "Wilhelmina Aurelia Bartholomew Constantine Dorothea Maximi")]
    [InlineData("Aurelia", "Wilhelmina Aurelia Bartholomew Constantine Dorothea Maximilian Featherstonehaugh Cholmondeley")]
    public void A_name_of_up_to_100_characters_loads_whole(string familyName, string forenames)
    {
        var name = Loaded(familyName, forenames);
        Assert.InRange(name.Length, 95, 100);
        Assert.Equal((familyName, forenames), (name.FamilyName, name.Forenames));
    }

    [Fact]
    public void A_family_name_alone_may_have_100_characters()
        => Assert.Equal(new string('W', 100), Loaded(new string('W', 100), "").ToString());

    [Fact]
    public void A_name_of_101_characters_is_refused_with_its_length()
        => new SamplePackage().WithCell("candidates.csv", 2, "family_name", new string('W', 50)).WithCell("candidates.csv", 2, "forenames", new string('w', 51)).Read()
            .ShouldName("candidates.csv", 2, "forenames", new string('w', 51), "make a name of 101 characters with the family name; 100 are the most");

    [Fact]
    public void A_long_name_is_whole_in_XML_CSV_spreadsheet_and_PDF_and_cut_in_the_results_file_alone()
    {
        var centre = With(Candidate(1, FamilyName, Forenames, assessments: [UnitResult(AccountingUnit)], awards: [Award(Accounting, "A", 330)]));

        var xml = Assert.IsType<XmlResultsReading.Accepted>(XmlResultsReader.Read(XmlResultsFile.Write(centre).Bytes)).Results.Candidates[0].Name;
        Assert.Equal((FamilyName, Forenames), (xml.FamilyName, xml.Forenames));
        Assert.Contains($",{FamilyName},{Forenames},", Encoding.UTF8.GetString(MarksCsv.Render(centre)), StringComparison.Ordinal);
        var sheet = XlsxTable.Read(XlsxDocument.Write(MarksTable.Of(centre)));
        Assert.Equal((FamilyName, Forenames), (Assert.Single(sheet.Column("family_name")), Assert.Single(sheet.Column("forenames"))));
        Assert.Contains(Squeezed($"{FamilyName}: {Forenames}"), Squeezed(PdfText.Extract(new CentreStatements(centre).Whole())[0]), StringComparison.Ordinal);
        // The field has 40 characters: a family name of more than 39 gives way to its colon.
        Assert.Equal("FEATHERSTONEHAUGH-CHOLMONDELEY-WRIOTHES:", EdiResultsFile.Compose(centre, EdiContent.Main, 1).Results[0].Name);
    }

    [Theory]
    [InlineData("Suharto", "", "Suharto")]
    [InlineData("", "Suharto", "Suharto")]
    [InlineData("Tang Po Heng", "", "Tang Po Heng")]
    [InlineData("Smith", "Ann", "Smith: Ann")]
    public void A_name_alone_prints_without_a_colon(string familyName, string forenames, string printed)
    {
        var centre = With(Candidate(1, familyName, forenames, awards: [Award(Accounting, "A", 330)]));
        Assert.Equal(printed, centre.Candidates[0].Name.ToString());
        var page = PdfText.Extract(new CentreStatements(centre).Whole())[0];
        Assert.Contains(printed, page, StringComparison.Ordinal);
        Assert.DoesNotContain($"{printed}:", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_results_file_keeps_the_colon_of_its_format()
        => Assert.Equal("SUHARTO:", EdiName.Of(new CandidateName("Suharto", "")));

    private static CandidateName Loaded(string familyName, string forenames)
        => new SamplePackage().WithCell("candidates.csv", 2, "family_name", familyName).WithCell("candidates.csv", 2, "forenames", forenames).Read()
            .ShouldBeAccepted().Centres[0].Candidates[0].Name;

    private static string Squeezed(string text) => text.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
}
