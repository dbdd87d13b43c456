using System.Net;
using System.Text.Json;
using ResultsGrid.Gateway.Demonstrations;
using ResultsGrid.Gateway.SignIn;
using ResultsGrid.LoadTests.Clusters;
using ResultsGrid.LoadTests.Processes;
using ResultsGrid.Tests.Architecture;
using ResultsGrid.Tests.Azure;
using ResultsGrid.Tests.Gateway;
using ResultsGrid.Tests.Hosting;
using ResultsGrid.Tests.Storage;

namespace ResultsGrid.Tests.Upgrades;

/// <summary>A cluster goes from one version to the next and back, a node at a time, and never stops.</summary>
[Collection(RealTime.Name)]
public sealed class RollingUpgradeTests(Azurite azurite) : IClassFixture<Azurite>, IDisposable
{
    private const string Centre = "10000";
    private const int MostTries = 60;

    /// <summary>A package that both versions understand: three invented centres, released in August 2026.</summary>
    private static readonly string Package = Path.Combine(SourceTree.Tests, "Upgrades/Folders/series-of-87c20f1.zip");

    private static readonly string Newer = Path.Combine(AppContext.BaseDirectory, "ResultsGrid.Silo.dll");
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(500);

    private readonly TemporaryFolder folder = new();
    private readonly string cluster = $"upgrade-{Path.GetRandomFileName()[..8].ToLowerInvariant()}";
    private ClusterCertificates certificates = null!;
    private Credentials anna = null!;
    private Credentials ben = null!;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Nodes_of_both_versions_work_together_and_the_older_ones_writes_keep_what_only_the_newer_knows()
    {
        certificates = new ClusterCertificates(folder.Path, TimeProvider.System);
        using var older = await OlderNode.Build();
        using var first = await Start(older.Assembly);
        anna = await Operator(older.Assembly, "anna");
        ben = await Operator(older.Assembly, "ben");

        // Both at once: a series goes through load, award, approval and publication with workers and grains on either.
        using var second = await Start(Newer);
        await Publish(first, second);
        await Downloads(second, await AddKey(first, "made on the older node"));
        await Downloads(first, await AddKey(second, "made while both run"));

        // Up: the newer node alone writes a member that the older does not know.
        await first.Terminate();
        var known = await AddKey(second, "made on the newer node");
        Assert.Equal(anna.User, CreatedBy(await Keys(second), "made on the newer node"));

        // And down again: the older node reads that state, serves from it, and writes it.
        using var third = await Start(older.Assembly);
        await second.Terminate();
        await Downloads(third, known);
        var added = await AddKey(third, "made on the older node alone");

        // Up for good: nothing was dropped.
        using var fourth = await Start(Newer);
        await third.Terminate();
        var keys = await Keys(fourth);
        Assert.Equal(anna.User, CreatedBy(keys, "made on the newer node"));
        Assert.Null(CreatedBy(keys, "made on the older node alone"));
        foreach (var secret in new[] { known, added }) await Downloads(fourth, secret);
    }

    private static string? CreatedBy(JsonElement keys, string title)
        => keys.EnumerateArray().Single(key => key.GetProperty("title").GetString() == title).TryGetProperty("createdBy", out var by) ? by.GetString() : null;

    private async Task Publish(GatewayProcess one, GatewayProcess other)
    {
        using var proposer = await OperatorClient.SignIn(one.Address, anna, CancellationToken.None);
        using var approver = await OperatorClient.SignIn(other.Address, ben, CancellationToken.None);
        await proposer.Follow(await proposer.Load(await File.ReadAllBytesAsync(Package), CancellationToken.None), _ => { }, CancellationToken.None);
        await approver.Follow(await approver.Award(Packages.Series, CancellationToken.None), _ => { }, CancellationToken.None);
        await approver.Approve(Packages.Series, CancellationToken.None);
        await proposer.Follow(await proposer.Publish(Packages.Series, CancellationToken.None), _ => { }, CancellationToken.None);
    }

    /// <summary>A new key of the centre, by way of a node.</summary>
    /// <returns>Its secret.</returns>
    private async Task<string> AddKey(GatewayProcess node, string title)
    {
        using var board = await OperatorClient.SignIn(node.Address, anna, CancellationToken.None);
        using var http = Client(node, board.Token!);
        var answer = await Send(() => http.PostAsJsonAsync($"centres/{Centre}/keys", new { title, role = "centreAdministrator" }));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("secret").GetString()!;
    }

    private async Task<JsonElement> Keys(GatewayProcess node)
    {
        using var board = await OperatorClient.SignIn(node.Address, anna, CancellationToken.None);
        using var http = Client(node, board.Token!);
        var answer = await Send(() => http.GetAsync($"centres/{Centre}/keys"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    private static async Task Downloads(GatewayProcess node, string secret)
    {
        using var http = Client(node, secret);
        using var answer = await Send(() => http.GetAsync($"centres/{Centre}/series/{Packages.Series}/documents/results-file"));
        Assert.True(answer.IsSuccessStatusCode, $"{await answer.Content.ReadAsStringAsync()} {node.Said}");
    }

    /// <summary>Asks again where a node says that it can't answer just now, as every client is told to.</summary>
    private static async Task<HttpResponseMessage> Send(Func<Task<HttpResponseMessage>> send)
    {
        for (var tries = 1; ; tries++)
        {
            var answer = await send();
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable || tries == MostTries) return answer;
            using var pause = new PeriodicTimer(BetweenTries);
            await pause.WaitForNextTickAsync();
        }
    }

    private static HttpClient Client(GatewayProcess node, string secret)
    {
        var http = new HttpClient { BaseAddress = new Uri(node.Address, "/api/v1/") };
        http.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        return http;
    }

    private Task<GatewayProcess> Start(string assembly)
        => GatewayProcess.Start(assembly, ["--urls", "http://127.0.0.1:0", "--demonstration", "none", "--silo-port", $"{FreePort.Next()}", .. Place], Environment);

    private async Task<Credentials> Operator(string assembly, string name)
        => new($"board.{name}", await GatewayProcess.AddOperator(assembly, [name, .. Place], new Dictionary<string, string>(Environment) { ["Cluster__SiloPort"] = $"{FreePort.Next()}" }));

    private string[] Place => ["--cluster", cluster, "--data", folder.Path];

    private Dictionary<string, string> Environment => new(certificates.Settings.Select(one => KeyValuePair.Create($"Cluster__Tls__{one.Key}", one.Value)))
    {
        ["Storage__ConnectionString"] = azurite.ConnectionString,
        ["Storage__Container"] = cluster,
    };
}
