using ResultsGrid.Storage.Azure;

namespace ResultsGrid.Tests.Azure;

public sealed class BlobDocumentOptionsTests
{
    private const string Secret = "c2VjcmV0";
    private const string ConnectionString = $"DefaultEndpointsProtocol=https;AccountName=board;AccountKey={Secret};EndpointSuffix=core.windows.net";

    [Fact]
    public void No_setting_means_that_documents_lie_elsewhere() => Assert.Null(Read());

    [Fact]
    public void A_connection_string_is_taken_with_the_usual_container()
    {
        var options = Assert.IsType<BlobDocumentOptions>(Read(("ConnectionString", ConnectionString)));

        Assert.Equal((ConnectionString, BlobDocumentOptions.DefaultContainer), (options.ConnectionString, options.Container));
    }

    [Fact]
    public void An_account_address_is_used_with_this_processs_identity()
    {
        var options = Assert.IsType<BlobDocumentOptions>(Read(("AccountUri", "https://board.blob.core.windows.net"), ("Container", "june-2026")));

        Assert.Equal("https://board.blob.core.windows.net/june-2026", BlobDocumentServices.Connect(options).Uri.ToString());
    }

    [Fact]
    public void The_secret_shows_in_no_text()
    {
        Assert.DoesNotContain(Secret, Read(("ConnectionString", ConnectionString))!.ToString(), StringComparison.Ordinal);
        var refusal = Assert.Throws<ArgumentException>(() => Read(("ConnectionString", $"AccountKey={Secret}")));
        Assert.DoesNotContain(Secret, refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ConnectionString", "not one", "ConnectionString")]
    [InlineData("AccountUri", "board", "not an address")]
    [InlineData("AccountUri", "http://board.blob.core.windows.net", "https")]
    [InlineData("AccountUri", "https://board.blob.core.windows.net", "both", "ConnectionString", ConnectionString)]
    [InlineData("AccountUri", "https://board.blob.core.windows.net", "Container is 'Documents'", "Container", "Documents")]
    [InlineData("AccountUri", "https://board.blob.core.windows.net", "Container is 'a--b'", "Container", "a--b")]
    [InlineData("AccountUri", "https://board.blob.core.windows.net", "Container is 'ab'", "Container", "ab")]
    public void A_wrong_setting_is_refused_by_its_name(string name, string value, string expected, string otherName = "", string otherValue = "")
    {
        var refusal = Assert.Throws<ArgumentException>(() => Read((name, value), (otherName, otherValue)));

        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(BlobDocumentOptions.Section, refusal.Message, StringComparison.Ordinal);
    }

    private static BlobDocumentOptions? Read(params (string Name, string Value)[] settings)
    {
        var given = settings.Where(setting => setting.Name.Length > 0)
            .Select(setting => KeyValuePair.Create($"{BlobDocumentOptions.Section}:{setting.Name}", (string?)setting.Value));
        return BlobDocumentOptions.From(new ConfigurationBuilder().AddInMemoryCollection(given).Build());
    }
}
