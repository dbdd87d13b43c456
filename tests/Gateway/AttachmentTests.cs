using System.Net.Http.Headers;
using ResultsGrid.Gateway.Documents;

namespace ResultsGrid.Tests.Gateway;

public sealed class AttachmentTests
{
    [Theory]
    [InlineData("R1234501.X01", "attachment; filename=\"R1234501.X01\"")]
    [InlineData("results; June 2026, final.csv", "attachment; filename=\"results; June 2026, final.csv\"")]
    [InlineData("Prüfung.pdf", "attachment; filename=\"Pr_fung.pdf\"; filename*=UTF-8''Pr%C3%BCfung.pdf")]
    [InlineData("🎓 2026.zip", "attachment; filename=\"_ 2026.zip\"; filename*=UTF-8''%F0%9F%8E%93%202026.zip")]
    [InlineData("the \"A*\" list.csv", "attachment; filename=\"the _A*_ list.csv\"; filename*=UTF-8''the%20%22A%2A%22%20list.csv")]
    [InlineData("100%41's.csv", "attachment; filename=\"100_41's.csv\"; filename*=UTF-8''100%2541%27s.csv")]
    [InlineData("a\\b\r\nc.pdf", "attachment; filename=\"a_b__c.pdf\"; filename*=UTF-8''a%5Cb%0D%0Ac.pdf")]
    public void A_name_is_said_in_ASCII_and_where_that_is_not_all_of_it_in_UTF_8(string name, string header)
    {
        Assert.Equal(header, Attachment.Named(name));
        var read = ContentDispositionHeaderValue.Parse(header);
        Assert.Equal(name, read.FileNameStar ?? read.FileName!.Trim('"'));
    }

    [Fact]
    public void Half_a_character_is_no_fault()
        => Assert.Equal("attachment; filename=\"_.csv\"; filename*=UTF-8''%EF%BF%BD.csv", Attachment.Named("\uD83C.csv"));
}
