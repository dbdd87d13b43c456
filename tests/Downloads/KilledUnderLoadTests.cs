using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using ResultsGrid.Gateway.Accounts;
using ResultsGrid.Gateway.Demonstrations;
using ResultsGrid.Gateway.SignIn;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;
using ResultsGrid.LoadTests.Processes;
using ResultsGrid.Tests.Gateway;

namespace ResultsGrid.Tests.Downloads;

/// <summary>The real process under as many downloads as it serves, killed with SIGKILL.</summary>
public sealed class KilledUnderLoadTests : IAsyncLifetime
{
    private const int Clients = 32;
    private const int Kills = 2;
    private const int DownloadsBeforeKill = 1_500;
    private const int DownloadsOfACleanRun = 20;

    private static readonly string Series = $"centres/{Packages.Centres[0]}/series/{Packages.Series}";

    private readonly string folder = Directory.CreateTempSubdirectory("resultsgrid-").FullName;
    private readonly List<(string Id, string Secret)> keys = [];
    private readonly int[] completed = new int[Clients];
    private readonly int[] unanswered = new int[Clients];
    private GatewayProcess process = null!;
    private string token = null!;

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
        using var board = Client(token);
        for (var number = 0; number < Clients; number++)
        {
            using var key = await board.PostAsJsonAsync($"centres/{Packages.Centres[0]}/keys", new NewKey($"client {number}", Role.CentreAdministrator), ContractJson.Options);
            var created = await key.Content.ReadFromJsonAsync<JsonElement>();
            keys.Add((created.GetProperty("key").GetProperty("id").GetString()!, created.GetProperty("secret").GetString()!));
        }
    }

    public Task DisposeAsync()
    {
        process.Dispose();
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Every_completed_download_is_in_the_ledger_and_after_a_run_without_a_kill_nothing_else_came_with_it()
    {
        for (var kill = 0; kill < Kills; kill++)
        {
            var target = completed.Sum() + DownloadsBeforeKill;
            var working = Enumerable.Range(0, Clients).Select(client => Task.Run(() => Download(client, int.MaxValue))).ToList();
            while (completed.Sum() < target && !working.Exists(one => one.IsCompleted)) await Task.Delay(1);
            process.Kill();
            await Task.WhenAll(working);
            process.Dispose();
            process = await GatewayProcess.Start(folder);
            await Compare();
        }

        var recordedBefore = await Recorded();
        var completedBefore = completed.Sum();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => Download(client, DownloadsOfACleanRun))));
        Assert.Equal(completedBefore + (Clients * DownloadsOfACleanRun), completed.Sum());
        Assert.Equal(recordedBefore.Values.Sum() + (Clients * DownloadsOfACleanRun), (await Recorded()).Values.Sum());
        await Compare();
    }

    /// <summary>One download after another, until it has as many as it wants or no answer comes.</summary>
    private async Task Download(int client, int most)
    {
        using var http = Client(keys[client].Secret);
        try
        {
            for (var number = 0; number < most; number++)
            {
                using var answer = await http.GetAsync($"{Series}/documents/results-file");
                await answer.Content.ReadAsByteArrayAsync();
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Interlocked.Increment(ref completed[client]);
            }
        }
        // A connection that is torn in the very moment at which it was made is a bare fault of the socket.
        catch (Exception broken) when (broken is HttpRequestException or SocketException)
        {
            Interlocked.Increment(ref unanswered[client]);
        }
    }

    private async Task Compare()
    {
        var recorded = await Recorded();
        for (var client = 0; client < Clients; client++)
        {
            var (found, least, most) = (recorded.GetValueOrDefault(keys[client].Id), completed[client], completed[client] + unanswered[client]);
            Assert.True(found >= least && found <= most, $"Key {keys[client].Id} completed {least} downloads and {most - least} broke off; the ledger has {found}.");
        }
    }

    private async Task<Dictionary<string, int>> Recorded()
    {
        using var board = Client(token);
        return (await board.Json($"{Series}/downloads")).EnumerateArray()
            .ToDictionary(fetch => fetch.GetProperty("by").GetString()!.Split(".key.")[1], fetch => fetch.GetProperty("count").GetInt32());
    }

    private HttpClient Client(string secret) => new()
    {
        BaseAddress = new Uri(process.Address, "/api/v1/"),
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", secret) },
    };
}
