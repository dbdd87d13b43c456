using System.Reflection;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;

namespace ResultsGrid.Tests.Architecture;

public sealed partial class BannedSymbolTests
{
    private static readonly string[] OneCallTransfers = ["Upload", "UploadBlob", "OpenWrite", "DownloadTo"];

    private static readonly string[] Banned =
        [.. File.ReadLines(Path.Combine(SourceTree.Root, "BannedSymbols.txt")).Select(line => line.Split(';')[0])];

    [Theory]
    [InlineData("P:System.DateTime.Now")]
    [InlineData("P:System.DateTime.UtcNow")]
    [InlineData("P:System.DateTime.Today")]
    [InlineData("P:System.DateTimeOffset.Now")]
    [InlineData("P:System.DateTimeOffset.UtcNow")]
    [InlineData("M:System.Threading.Thread.Sleep(System.Int32)")]
    [InlineData("M:System.Threading.Thread.Sleep(System.TimeSpan)")]
    [InlineData("M:System.Guid.NewGuid")]
    public void Nothing_reads_the_clock_or_chance_past_what_it_is_given(string symbol) => Assert.Contains(symbol, Banned);

    [Theory]
    [InlineData(typeof(BlobContainerClient))]
    [InlineData(typeof(BlobBaseClient))]
    [InlineData(typeof(BlockBlobClient))]
    [InlineData(typeof(AppendBlobClient))]
    public void Every_transfer_that_the_pinned_packages_cannot_make_is_banned(Type client)
    {
        // Counted by name: the analyzer itself refuses an entry that it can't read, and each overload has one.
        var transfers = client.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Select(method => method.Name)
            .Where(name => OneCallTransfers.Contains(name.EndsWith("Async", StringComparison.Ordinal) ? name[..^5] : name))
            .CountBy(name => $"M:{client.FullName}.{name}").ToDictionary();
        var banned = Banned.Select(symbol => symbol.Split('(')[0]).CountBy(name => name).ToDictionary();

        Assert.NotEmpty(transfers);
        Assert.All(transfers, transfer => Assert.Equal((transfer.Key, transfer.Value), (transfer.Key, banned.GetValueOrDefault(transfer.Key))));
    }

    [Fact]
    public void A_banned_symbol_is_an_error()
        => Assert.Contains("dotnet_diagnostic.RS0030.severity = error", File.ReadLines(Path.Combine(SourceTree.Root, ".editorconfig")));

    [Fact]
    public void No_ban_is_lifted_in_a_source_file()
    {
        var lifted = SourceTree.Files("*.cs").Where(file => Lifted().IsMatch(File.ReadAllText(file)));

        Assert.Empty(lifted);
    }

    // Written so that this file does not match itself.
    [GeneratedRegex(@"#pragma\s+warning\s+disable[^\n]*RS0030|SuppressMessage[^\n]*RS003[0]")]
    private static partial Regex Lifted();
}
