using System.IO.Compression;
using System.Net;
using System.Text.Json;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.LoadTests.Processes;
using ResultsGrid.Tests.Architecture;
using ResultsGrid.Tests.Clock;
using ResultsGrid.Tests.Gateway;
using ResultsGrid.Tests.Storage;

namespace ResultsGrid.Tests.Upgrades;

/// <summary>A data folder that an earlier version made and that SIGKILL left: it is opened as it is.</summary>
/// <remarks>
/// Folders/data-folder-of-87c20f1.zip was made by the executable of that commit, with its API alone: two operators, three invented
/// centres with 12 candidates loaded, awarded, approved and published, a key, and two downloads. Then it was killed.
/// </remarks>
public sealed class EarlierDataFolderTests : IDisposable
{
    private const string Series = "6B26";
    private const string Centre = "10000";

    /// <summary>Of invented data.</summary>
    private const string Key = "10000.k.P_T4wDndPwlwxkrxjV7GiYBcACJ2FrpMh3xyy0g4Exk";

    private readonly TemporaryFolder folder = new();

    public EarlierDataFolderTests() => ZipFile.ExtractToDirectory(Path.Combine(SourceTree.Tests, "Upgrades/Folders/data-folder-of-87c20f1.zip"), folder.File("data"));

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Accounts_results_documents_and_downloads_of_the_earlier_version_are_all_there()
    {
        await using var gateway = await TestGateway.Start(new FakeClock(new DateTimeOffset(2026, 11, 29, 3, 0, 0, TimeSpan.Zero)), folder.File("data"));
        using var officer = gateway.Client(Key);
        var documents = await officer.Json($"centres/{Centre}/series/{Series}/documents");
        Assert.Equal(1, documents.GetProperty("version").GetInt32());
        foreach (var document in documents.GetProperty("documents").EnumerateArray())
        {
            var content = await officer.GetByteArrayAsync($"centres/{Centre}/series/{Series}/documents/{document.GetProperty("id")}");
            Assert.Equal(document.GetProperty("sha256").GetString(), $"{Grains.Documents.ContentHash.Of(content)}");
        }

        // What the killed process had recorded and not yet brought into its state.
        var fetched = documents.GetProperty("documents").EnumerateArray().ToDictionary(document => document.GetProperty("id").GetString()!, FetchedIn29November);
        Assert.Equal(["results-file", "xml-results-file"], fetched.Where(one => one.Value).Select(one => one.Key).Order());
        Assert.NotEqual(0, (await officer.Json($"centres/{Centre}/series/{Series}/candidates")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task The_series_is_awarded_and_published_again_and_comes_out_the_same()
    {
        await using var gateway = await TestGateway.Start(folder: folder.File("data"));
        var results = gateway.Services.GetRequiredService<IGrainFactory>().Results(SeriesCode.Parse(Series), CentreNumber.Parse(Centre));
        using var officer = gateway.Client(Key);
        var before = await Candidates(officer);
        var published = await results.GetLatest();
        using var board = await gateway.Operator("carol");
        await gateway.Ended(board, await board.Award(SeriesCode.Parse(Series), CancellationToken.None));
        await gateway.Ended(board, await board.Publish(SeriesCode.Parse(Series), CancellationToken.None));
        // The same results are no new version.
        Assert.Equal(published!.Published.Manifest.Results.Sha256, (await results.GetLatest())!.Published.Manifest.Results.Sha256);
        Assert.Equal(before, await Candidates(officer));
    }

    /// <summary>Each candidate's results as they are served.</summary>
    private static async Task<List<string>> Candidates(HttpClient officer)
    {
        var list = await officer.Json($"centres/{Centre}/series/{Series}/candidates");
        List<string> candidates = [.. list.GetProperty("candidates").EnumerateArray().Select(candidate => candidate.GetRawText())];
        Assert.NotEmpty(candidates);
        return candidates;
    }

    [Fact]
    public async Task A_real_process_serves_it()
    {
        using var process = await GatewayProcess.Start(folder.File("data"));
        using var http = new HttpClient { BaseAddress = process.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", Key);
        using var file = await http.GetAsync($"api/v1/centres/{Centre}/series/{Series}/documents/results-file");
        Assert.Equal((HttpStatusCode.OK, "R1000001.X01"), (file.StatusCode, file.Content.Headers.ContentDisposition!.FileName!.Trim('"')));
    }

    private static bool FetchedIn29November(JsonElement document)
        => document.GetProperty("fetched").EnumerateArray().Any(fetch => fetch.GetProperty("first").GetDateTimeOffset() < new DateTimeOffset(2026, 11, 29, 2, 30, 0, TimeSpan.Zero));
}
