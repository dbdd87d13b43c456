using ResultsGrid.Storage;
using ResultsGrid.Storage.Azure;
using ResultsGrid.Storage.Local;

namespace ResultsGrid.Tests.Storage;

public sealed class StorageSettingsTests
{
    private const string Secret = "c2VjcmV0";
    private const string ConnectionString = $"DefaultEndpointsProtocol=https;AccountName=board;AccountKey={Secret};EndpointSuffix=core.windows.net";
    private const string Blobs = "https://board.blob.core.windows.net";
    private const string Tables = "https://board.table.core.windows.net";

    [Fact]
    public void Without_a_setting_one_machine_keeps_everything_in_its_folder_and_a_cluster_in_Azurite()
    {
        Assert.Equal(Path.GetFullPath("data"), Assert.IsType<LocalStorage>(Read(StorageKind.Local)).Path);
        Assert.True(Assert.IsType<AzureStorage>(Read(StorageKind.Azure)).IsEmulator);
    }

    [Fact]
    public void The_kind_and_the_folder_can_be_named()
    {
        Assert.Equal("/var/lib/results", Assert.IsType<LocalStorage>(Read(StorageKind.Azure, ("Kind", "local"), ("Path", "/var/lib/results"))).Path);
        Assert.False(Assert.IsType<AzureStorage>(Read(StorageKind.Local, ("Kind", "Azure"), ("ConnectionString", ConnectionString))).IsEmulator);
    }

    [Fact]
    public void An_accounts_addresses_are_used_with_this_processs_identity()
        => Assert.Contains(Blobs, Read(StorageKind.Azure, ("BlobUri", Blobs), ("TableUri", Tables), ("Container", "june-2026")).Description, StringComparison.Ordinal);

    [Fact]
    public void The_secret_shows_in_no_text()
    {
        Assert.DoesNotContain(Secret, Read(StorageKind.Azure, ("ConnectionString", ConnectionString)).Description, StringComparison.Ordinal);
        var refusal = Assert.Throws<ArgumentException>(() => Read(StorageKind.Azure, ("ConnectionString", $"AccountKey={Secret}")));
        Assert.DoesNotContain(Secret, refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("is not the connection string", "ConnectionString=not one")]
    [InlineData("not an address", "BlobUri=board", $"TableUri={Tables}")]
    [InlineData("https", "BlobUri=http://board.blob.core.windows.net", $"TableUri={Tables}")]
    [InlineData("only one of TableUri and BlobUri", $"BlobUri={Blobs}")]
    [InlineData("both a ConnectionString and addresses", $"BlobUri={Blobs}", $"ConnectionString={ConnectionString}")]
    [InlineData("Container is 'Documents'", $"ConnectionString={ConnectionString}", "Container=Documents")]
    [InlineData("Container is 'a--b'", $"ConnectionString={ConnectionString}", "Container=a--b")]
    [InlineData("Container is 'ab'", $"ConnectionString={ConnectionString}", "Container=ab")]
    [InlineData("Kind is 'floppy'; it is Local or Azure", "Kind=floppy")]
    [InlineData("Kind is Local", "Kind=Local", $"ConnectionString={ConnectionString}")]
    public void A_wrong_setting_is_refused_by_its_name(string expected, params string[] settings)
    {
        var refusal = Assert.Throws<ArgumentException>(() => Read(StorageKind.Azure, [.. settings.Select(one => (one.Split('=', 2)[0], one.Split('=', 2)[1]))]));
        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(StorageSettings.Section, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Cluster:PostgreSql", "PostgreSQL keeps no cluster any more")]
    [InlineData("Cluster:AzureStorage:ConnectionString", "Storage:ConnectionString")]
    [InlineData("Documents:AzureBlobs:Container", "Storage:Container")]
    public void A_setting_of_an_earlier_version_stops_the_start_and_says_what_takes_its_place(string key, string expected)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(key, "something")]).Build();
        var refusal = Assert.Throws<ArgumentException>(() => StorageSettings.Read(configuration, StorageKind.Azure));
        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
    }

    private static INodeStorage Read(StorageKind preset, params (string Name, string Value)[] settings) => StorageSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"{StorageSettings.Section}:{setting.Name}", (string?)setting.Value))).Build(), preset);
}
