using System.Text.RegularExpressions;

namespace ResultsGrid.Tests.Architecture;

public sealed partial class BannedSymbolTests
{
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
