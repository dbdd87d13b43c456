using System.Net;
using System.Net.Http.Headers;
using ResultsGrid.LoadTests.Latencies;
using ResultsGrid.LoadTests.Processes;

namespace ResultsGrid.LoadTests.Clusters;

/// <summary>A key that one node revoked soon opens nothing at any other, and certainly not from the acknowledgement on.</summary>
internal sealed class Revocations(DrilledCluster drilled, CancellationToken cancellation)
{
    private const int Rounds = 12;

    private static readonly TimeSpan MostToShow = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(5);

    private readonly LatencyHistogram shown = new();
    private readonly LatencyHistogram acknowledged = new();
    private int behind;
    private int answers;

    public async Task Run()
    {
        for (var round = 0; round < Rounds; round++) await Revoke(round);
        drilled.Findings.Expect(
            "A change shows on every node", $"within {MostToShow.TotalSeconds} s (p99), and no node is behind once it is acknowledged",
            $"{shown.Quantile(0.99).TotalMilliseconds:F0} ms; {behind} of {answers} answers behind, acknowledged after {acknowledged.Quantile(0.99).TotalMilliseconds:F0} ms",
            behind == 0 && shown.Quantile(0.99) <= MostToShow);
    }

    private async Task Revoke(int round)
    {
        var (nodes, keys) = (drilled.Cluster.Nodes, drilled.Series.Keys);
        var one = nodes[round % nodes.Count];
        var centre = keys[round % keys.Count].Centre;
        using var anna = await drilled.Series.SignIn(one.Address, cancellation);
        var key = await drilled.Series.AddKey(anna, centre, "Soon revoked", cancellation);
        foreach (var node in nodes) Count(isBehind: !await Opens(node));

        var began = drilled.Time.GetTimestamp();
        var revoking = Status(HttpMethod.Delete, one, $"/api/v1/centres/{centre}/keys/{key.Key.Id}", anna.Token!);
        var showing = Task.WhenAll(nodes.Select(async node =>
        {
            while (await Opens(node)) await Task.Delay(BetweenLooks, drilled.Time, cancellation);
            shown.Record(drilled.Time.GetElapsedTime(began));
        }));
        await revoking;
        acknowledged.Record(drilled.Time.GetElapsedTime(began));
        foreach (var node in nodes) Count(isBehind: await Opens(node));
        await showing;

        async Task<bool> Opens(GatewayProcess node) => await Status(HttpMethod.Get, node, $"/api/v1/centres/{centre}/series", key.Secret) != HttpStatusCode.Unauthorized;
    }

    private void Count(bool isBehind)
    {
        answers++;
        if (isBehind) behind++;
    }

    /// <summary>What a node answers that answers: one without its lease shows nothing, old or new.</summary>
    private async Task<HttpStatusCode> Status(HttpMethod method, GatewayProcess node, string path, string secret)
    {
        using var http = new HttpClient { BaseAddress = node.Address };
        while (true)
        {
            using var request = new HttpRequestMessage(method, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", secret) } };
            using var answer = await http.SendAsync(request, cancellation);
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable) return answer.StatusCode;
            await Task.Delay(BetweenLooks, drilled.Time, cancellation);
        }
    }
}
