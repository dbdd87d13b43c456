using ResultsGrid.Exchange.Edi;
using ResultsGrid.Exchange.Identifiers;

namespace ResultsGrid.Tests.Formats;

public sealed class EdiNameTests
{
    [Theory]
    [InlineData("Nuñez", "Zoë Éowyn", "NUNEZ: ZOE EOWYN")]
    [InlineData("Strauß", "Jörg", "STRAUSS: JORG")]
    [InlineData("Æsir", "Søren", "AESIR: SOREN")]
    [InlineData("Łukasiewicz", "Michał", "LUKASIEWICZ: MICHAL")]
    [InlineData("Þórðarson", "Œdipe", "THORDARSON: OEDIPE")]
    [InlineData("Nguyễn", "Thị Ánh", "NGUYEN: THI ANH")]
    [InlineData("Yıldız", "İpek", "YILDIZ: IPEK")]
    [InlineData("O’Brien-Smith", "Seán", "O'BRIEN-SMITH: SEAN")]
    [InlineData("Jose\u0301", "Ana", "JOSE: ANA")]
    [InlineData("Tang Po Heng", "", "TANG PO HENG:")]
    [InlineData("A:B", "C:D", "A B: C D")]
    [InlineData("毛😀", "Li", "??: LI")]
    [InlineData("\u0301:", "Li", "?: LI")]
    [InlineData("Van\u00A0 der\tBerg", " Jo ", "VAN DER BERG: JO")]
    public void Name_is_carried_in_ASCII_capitals(string family, string forenames, string expected)
        => Assert.Equal(expected, EdiName.Of(new CandidateName(family, forenames)));

    [Fact]
    public void Forenames_are_cut_at_40_characters()
        => Assert.Equal("ABCDEFGHIJ: ABCDEFGHIJABCDEFGHIJABCDEFGH", EdiName.Of(new CandidateName("Abcdefghij", "abcdefghijabcdefghijabcdefghijabcdefghij")));

    [Fact]
    public void A_family_name_that_is_cut_behind_a_blank_ends_before_it()
        => Assert.Equal($"{new string('W', 38)}:", EdiName.Of(new CandidateName(new string('w', 38) + " Berg", "Ann")));

    [Theory]
    [InlineData(38)]
    [InlineData(39)]
    [InlineData(40)]
    [InlineData(80)]
    public void A_long_family_name_gives_way_to_the_colon(int length)
        => Assert.Equal(new string('W', Math.Min(length, 39)) + ":", EdiName.Of(new CandidateName(new string('w', length), "Ann")));
}
