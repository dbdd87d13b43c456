using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ResultsGrid.Gateway.Accounts;
using ResultsGrid.Gateway.Demonstrations;
using ResultsGrid.Gateway.SignIn;
using ResultsGrid.Grains.Release;
using ResultsGrid.LoadTests.Processes;
using ResultsGrid.Tests.Gateway;

namespace ResultsGrid.Tests.NotLost;

/// <summary>The real process on a disk that is full, or that fails to flush.</summary>
public sealed class DiskFaultTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string Documents = $"centres/{Packages.Centres[0]}/series/{Packages.Series}/documents";

    private readonly string folder = Directory.CreateTempSubdirectory("resultsgrid-").FullName;
    private readonly List<string> acknowledged = [];
    private GatewayProcess process = null!;
    private string token = null!;
    private int downloads;
    private int refused;

    public async Task InitializeAsync()
    {
        var (anna, ben) = (await GatewayProcess.AddOperator(folder, "anna"), await GatewayProcess.AddOperator(folder, "ben"));
        process = await GatewayProcess.Start(folder);
        using var first = await OperatorClient.SignIn(process.Address, new Credentials("board.anna", anna), CancellationToken.None);
        using var second = await OperatorClient.SignIn(process.Address, new Credentials("board.ben", ben), CancellationToken.None);
        await first.Follow(await first.Load(Packages.Package, CancellationToken.None), _ => { }, CancellationToken.None);
        await first.Follow(await first.Award(Packages.Series, CancellationToken.None), _ => { }, CancellationToken.None);
        await second.Approve(Packages.Series, CancellationToken.None);
        await first.Follow(await first.Publish(Packages.Series, CancellationToken.None), _ => { }, CancellationToken.None);
        token = first.Token!;
    }

    public Task DisposeAsync()
    {
        process.Dispose();
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task On_a_full_disk_writes_are_refused_and_reads_go_on_and_with_room_again_all_is_well()
    {
        using var client = Client();
        await AddKey(client, "before");
        await Download(client);
        await using (await SystemCallFault.Inject(process.Id, "pwrite64", "ENOSPC")) await Refuses(client, "full");
        await EventuallyTakes(client, "after");
        await Download(client);
        using var ready = await client.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        await AllAcknowledgedAfterARestart();
    }

    [Fact]
    public async Task After_a_failed_flush_nothing_is_written_until_a_restart_though_the_disk_flushes_again()
    {
        using var client = Client();
        await AddKey(client, "before");
        await Download(client);
        await using (await SystemCallFault.Inject(process.Id, "fsync,fdatasync", "EIO")) await Refuses(client, "failing");

        using (var ready = await client.GetAsync("/health/ready"))
        {
            var storage = (await ready.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("storage").GetString();
            Assert.All(["state.db could not be flushed", "Documents in", "download ledger could not be flushed"], part => Assert.Contains(part, storage, StringComparison.Ordinal));
        }

        await Refuses(client, "believed");
        Assert.Contains("could not be flushed", process.Said, StringComparison.Ordinal);
        await AllAcknowledgedAfterARestart();
        using var again = Client();
        await AddKey(again, "after the restart");
        await Download(again);
    }

    /// <summary>What a person can do is refused with what it means; what only reads is answered.</summary>
    private async Task Refuses(HttpClient client, string title)
    {
        using var key = await PostKey(client, title);
        await key.Problem(HttpStatusCode.ServiceUnavailable, "storage-unavailable");
        Assert.NotNull(key.Headers.RetryAfter);
        // A download that can't be recorded is refused rather than forgotten.
        using var download = await client.GetAsync($"{Documents}/results-file");
        await download.Problem(HttpStatusCode.ServiceUnavailable, "storage-unavailable");
        refused++;
        using var package = new ByteArrayContent(Packages.Write(Packages.Plan with { Title = title })) { Headers = { ContentType = new MediaTypeHeaderValue("application/zip") } };
        using var load = await client.PostAsync("series", package);
        await load.Problem(HttpStatusCode.ServiceUnavailable, "storage-unavailable");

        Assert.NotEmpty((await client.Json(Documents)).GetProperty("documents").EnumerateArray());
        using var ready = await client.GetAsync("/health/ready");
        var health = await ready.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "failing"), (ready.StatusCode, health.GetProperty("status").GetString()));
        Assert.Contains("state.db", health.GetProperty("storage").GetString(), StringComparison.Ordinal);
        Assert.Contains("download ledger", health.GetProperty("storage").GetString(), StringComparison.Ordinal);
    }

    private async Task EventuallyTakes(HttpClient client, string title)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            using var key = await PostKey(client, title);
            if (key.StatusCode == HttpStatusCode.Created) break;
            Assert.False(patience.IsCancellationRequested, $"With room on the disk again it still refuses: {process.Said}");
        }

        acknowledged.Add(title);
    }

    private async Task Download(HttpClient client)
    {
        using var document = await client.GetAsync($"{Documents}/results-file");
        Assert.Equal(HttpStatusCode.OK, document.StatusCode);
        downloads++;
    }

    private async Task AddKey(HttpClient client, string title)
    {
        using var key = await PostKey(client, title);
        Assert.Equal(HttpStatusCode.Created, key.StatusCode);
        acknowledged.Add(title);
    }

    /// <summary>What was refused may be there or not; what was acknowledged is.</summary>
    private async Task AllAcknowledgedAfterARestart()
    {
        process.Kill();
        process.Dispose();
        process = await GatewayProcess.Start(folder);
        using var client = Client();
        var titles = (await client.Json($"centres/{Packages.Centres[0]}/keys")).EnumerateArray().Select(key => key.GetProperty("title").GetString());
        Assert.Empty(acknowledged.Except(titles!));
        var recorded = (await client.Json(Documents.Replace("documents", "downloads", StringComparison.Ordinal))).EnumerateArray().Sum(fetch => fetch.GetProperty("count").GetInt32());
        Assert.True(recorded >= downloads && recorded <= downloads + refused, $"{downloads} downloads were answered and {refused} refused with an outcome unknown; the ledger has {recorded}.");
    }

    private static Task<HttpResponseMessage> PostKey(HttpClient client, string title)
        => client.PostAsJsonAsync($"centres/{Packages.Centres[0]}/keys", new NewKey(title, Role.TutorTeacher), ResultsGrid.Grains.Hosting.ContractJson.Options);

    private HttpClient Client() => new()
    {
        BaseAddress = new Uri(process.Address, "/api/v1/"),
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
    };
}
