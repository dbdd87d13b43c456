using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using ResultsGrid.Gateway.Api.Accounts;
using ResultsGrid.Grains.Release;
using ResultsGrid.LoadTests.Arrivals;
using ResultsGrid.LoadTests.Latencies;
using ResultsGrid.LoadTests.Processes;
using ResultsGrid.LoadTests.Promises;
using ResultsGrid.LoadTests.Reports;

namespace ResultsGrid.LoadTests.Clusters;

/// <summary>A cluster of real processes from its first publication on: nodes are killed, told to leave, and all started anew, and its storage hangs.</summary>
public sealed class ClusterDrill(ClusterPlan plan, string folder, string name, TimeProvider time, Action<string> tell) : IDisposable
{
    private const int DocumentBytes = 5_000;
    private const int Revocations = 12;

    /// <summary>From "all nodes are gone" to "the first one serves".</summary>
    private static readonly TimeSpan MostForAStart = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan MostForGrains = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MostForGrains99 = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan MostForTakeover = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Lead = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan BlowAt = TimeSpan.FromSeconds(3);

    private readonly Cluster cluster = new(plan, name, folder);
    private readonly List<Promise> promises = [];
    private readonly List<IReadOnlyList<string>> loads = [];
    private ClusterSeries series = null!;

    /// <param name="storage">All that the nodes keep anything in.</param>
    public async Task<DrillReport> Run(IReadOnlyList<StorageRelay> storage, CancellationToken cancellation)
    {
        series = new ClusterSeries(cluster, plan);
        await Begin(cancellation);
        await Publish(cancellation);
        await Revoke(cancellation);
        await series.Release(cluster.Nodes[0].Address, Lead, time, cancellation);
        var documents = await DocumentRequests.Choose(series.Target(cluster.Nodes[0].Address), DocumentBytes, cancellation);
        await Lose(documents, cancellation);
        await Leave(documents, cancellation);
        await Hang(documents, storage, cancellation);
        await StartAnew(documents, cancellation);
        return new DrillReport(
            string.Create(CultureInfo.InvariantCulture, $"A cluster of {plan.Nodes} nodes, {plan.Centres} centres, seed {plan.Seed}"),
            [new ReportTable("Downloads around each blow", ["Blow", "Asked", "Served", "Not served", "Answered by another node", "p50 ms", "p99 ms", "Longest ms", "Grains p99 ms", "Grains longest ms"], loads, 3)],
            promises);
    }

    public void Dispose() => cluster.Dispose();

    private async Task Begin(CancellationToken cancellation)
    {
        await cluster.Start();
        await series.AddOperators();
        while (cluster.Nodes.Count < plan.Nodes) await cluster.Start();
        await series.LoadAndAward(cluster.Nodes[0].Address, folder, cancellation);
        tell($"{cluster.Nodes.Count} nodes; the series is loaded and awarded.");
    }

    /// <summary>One node dies while all publish: the others finish its centres too.</summary>
    private async Task Publish(CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var isKilled = false;
        await series.Publish(cluster.Nodes[0].Address, job =>
        {
            if (isKilled || job.Done == 0) return;
            isKilled = true;
            cluster.Nodes[^1].Kill();
        }, time, cancellation);
        Expect("A publication goes on when a node dies", "every centre published", string.Create(CultureInfo.InvariantCulture, $"{plan.Centres} centres in {time.GetElapsedTime(began).TotalSeconds:F0} s, one of {plan.Nodes} nodes killed at the first"), isKilled);
        await cluster.Start();
        await series.AddKeys(cluster.Nodes[0].Address, cancellation);
        tell("Published, with a node killed meanwhile.");
    }

    /// <summary>A key that one node revoked soon opens nothing at any other, and certainly not from the acknowledgement on.</summary>
    private async Task Revoke(CancellationToken cancellation)
    {
        var (shown, acknowledged, behind) = (new LatencyHistogram(), new LatencyHistogram(), 0);
        for (var round = 0; round < Revocations; round++)
        {
            var nodes = cluster.Nodes;
            var one = nodes[round % nodes.Count];
            var centre = series.Keys[round % series.Keys.Count].Centre;
            using var anna = await series.SignIn(one.Address, cancellation);
            var key = await anna.AddKey(centre, new NewKey("Soon revoked", Role.ResultsFullAccess), cancellation);
            var path = $"/api/v1/centres/{centre}/series";
            foreach (var node in nodes)
            {
                if (!await Opens(node)) behind++;
            }

            var began = time.GetTimestamp();
            var revoking = Status(HttpMethod.Delete, one, $"/api/v1/centres/{centre}/keys/{key.Key.Id}", anna.Token!, cancellation);
            var showing = Task.WhenAll(nodes.Select(async node =>
            {
                while (await Opens(node)) await Task.Delay(BetweenLooks, time, cancellation);
                shown.Record(time.GetElapsedTime(began));
            }));
            await revoking;
            acknowledged.Record(time.GetElapsedTime(began));
            foreach (var node in nodes)
            {
                if (await Opens(node)) behind++;
            }

            await showing;

            async Task<bool> Opens(GatewayProcess node) => await Status(HttpMethod.Get, node, path, key.Secret, cancellation) != HttpStatusCode.Unauthorized;
        }

        Expect(
            "A change shows on every node", "within 1 s (p99), and no node is behind once it is acknowledged",
            string.Create(CultureInfo.InvariantCulture, $"{shown.Quantile(0.99).TotalMilliseconds:F0} ms; {behind} of {2 * Revocations * cluster.Nodes.Count} answers behind, acknowledged after {acknowledged.Quantile(0.99).TotalMilliseconds:F0} ms"),
            behind == 0 && shown.Quantile(0.99) <= TimeSpan.FromSeconds(1));
    }

    private async Task Lose(IReadOnlyList<LoadRequest> documents, CancellationToken cancellation)
    {
        var lost = cluster.Nodes[1];
        var load = await Load("SIGKILL of one node", documents, () =>
        {
            lost.Kill();
            return Task.CompletedTask;
        }, cancellation);
        ExpectAllServed("No download fails when a node is killed", load);
        Expect(
            "Grains answer again", $"p99 within {MostForGrains99.TotalSeconds} s, all within {MostForGrains.TotalSeconds} s",
            string.Create(CultureInfo.InvariantCulture, $"{load.Grains.Quantile(0.99).TotalSeconds:F1} s, {load.Grains.Max.TotalSeconds:F1} s, {load.Probes.Failures} failed"),
            load.Grains.Quantile(0.99) <= MostForGrains99 && load.Grains.Max <= MostForGrains && load.Probes.Served == load.Probes.Answers);
        await cluster.Start();
    }

    private async Task Leave(IReadOnlyList<LoadRequest> documents, CancellationToken cancellation)
    {
        var leaving = cluster.Nodes[1];
        ExpectAllServed("No request is lost when a node is told to leave", await Load("SIGTERM of one node", documents, leaving.Terminate, cancellation));
        await cluster.Start();
    }

    private async Task Hang(IReadOnlyList<LoadRequest> documents, IReadOnlyList<StorageRelay> storage, CancellationToken cancellation)
    {
        var ids = cluster.Nodes.Select(node => node.Id).ToList();
        foreach (var relay in storage) relay.Stall();
        await Task.Delay(plan.Outage, time, cancellation);
        var refused = 0;
        foreach (var node in cluster.Nodes)
        {
            if (await Status(HttpMethod.Get, node, documents[0], cancellation) == HttpStatusCode.ServiceUnavailable) refused++;
        }

        foreach (var relay in storage) relay.Resume();
        var began = time.GetTimestamp();
        await Serves(documents[0], cluster.Nodes, cancellation);
        var recovered = time.GetElapsedTime(began);
        Expect(
            "Storage that hangs gives no wrong answer, and is recovered from without a restart", "503 while it hangs; served again by the same processes",
            string.Create(CultureInfo.InvariantCulture, $"{plan.Outage.TotalSeconds:F0} s: {refused} of {ids.Count} nodes refused; all served {recovered.TotalSeconds:F1} s after it"),
            refused == ids.Count && cluster.Nodes.Select(node => node.Id).SequenceEqual(ids));
        ExpectAllServed("After it everything is as before", await Load("none, after the storage hung", documents, () => Task.CompletedTask, cancellation));
    }

    private async Task StartAnew(IReadOnlyList<LoadRequest> documents, CancellationToken cancellation)
    {
        foreach (var node in cluster.Nodes) node.Kill();
        var began = time.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, plan.Nodes).Select(async _ =>
        {
            // As a supervisor would: a node that could not join is started again.
            while (time.GetElapsedTime(began) < 2 * MostForAStart)
            {
                try
                {
                    await cluster.Start();
                    return;
                }
                catch (InvalidOperationException ended)
                {
                    tell($"A node gave up and is started again: {ended.Message.Split('\n')[^1]}");
                }
            }
        }));
        await Serves(documents[0], cluster.Nodes, cancellation);
        var took = time.GetElapsedTime(began);
        Expect(
            "All nodes killed, and started at other addresses", $"serving within {MostForAStart.TotalSeconds} s",
            string.Create(CultureInfo.InvariantCulture, $"{cluster.Nodes.Count} nodes served after {took.TotalSeconds:F1} s"), cluster.Nodes.Count == plan.Nodes && took <= MostForAStart);
    }

    /// <summary>A load with a blow in it, and then whether every completed download was recorded.</summary>
    private async Task<ClusterLoad> Load(string blow, IReadOnlyList<LoadRequest> documents, Func<Task> strike, CancellationToken cancellation)
    {
        var before = await RecordedDownloads.Count(cluster.Nodes[0].Address, series.Keys, $"{series.Series}");
        var load = new ClusterLoad(cluster.Nodes, documents, series.Keys, $"{series.Series}", time);
        await load.Run(plan, BlowAt, strike, cancellation);
        var (missing, took) = await RecordedDownloads.AreComplete(cluster.Nodes[0].Address, series.Keys, $"{series.Series}", before, load.Completed, MostForTakeover, time, cancellation);
        Expect(
            $"Nothing acknowledged is lost: {blow}", "every completed download recorded",
            string.Create(CultureInfo.InvariantCulture, $"{missing} of {load.Completed.Values.Sum()} missing, {took.TotalSeconds:F0} s after the load"), missing == 0);
        loads.Add(
        [
            blow, N(load.Downloads.Answers), N(load.Downloads.Served), load.Downloads.Failures, N(load.Retried), Ms(load.Downloads.Latencies.Quantile(0.5)),
            Ms(load.Downloads.Latencies.Quantile(0.99)), Ms(load.Downloads.Latencies.Max), Ms(load.Grains.Quantile(0.99)), Ms(load.Grains.Max),
        ]);
        tell($"{blow}: {load.Downloads.Served} of {load.Downloads.Answers} downloads served.");
        return load;
    }

    private async Task Serves(LoadRequest document, IReadOnlyList<GatewayProcess> nodes, CancellationToken cancellation)
    {
        foreach (var node in nodes)
        {
            using var alone = new Balancer([node], time, cancellation);
            var answer = await alone.Ask(document, alone.Now, 2 * MostForAStart);
            if (!answer.IsServed) throw new InvalidOperationException($"{node.Address} answers {answer.Outcome}: {answer.Problem} {node.Said}");
        }
    }

    private async Task<HttpStatusCode> Status(HttpMethod method, GatewayProcess node, LoadRequest request, CancellationToken cancellation)
    {
        var key = series.Keys.First(access => access.Centre.ToString() == request.By);
        return await Status(method, node, System.Text.Encoding.ASCII.GetString(request.Bytes).Split(' ')[1], key.Key!, cancellation);
    }

    private static async Task<HttpStatusCode> Status(HttpMethod method, GatewayProcess node, string path, string secret, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = node.Address };
        using var request = new HttpRequestMessage(method, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", secret) } };
        using var answer = await http.SendAsync(request, cancellation);
        return answer.StatusCode;
    }

    private void ExpectAllServed(string promise, ClusterLoad load) => Expect(
        promise, "all served, by another node if need be",
        string.Create(CultureInfo.InvariantCulture, $"{load.Downloads.Served} of {load.Downloads.Answers}, {load.Retried} of them by another node than the first asked"), load.Downloads.Served == load.Downloads.Answers);

    private void Expect(string promise, string aim, string seen, bool holds) => promises.Add(new Promise(promise, aim, seen, holds));

    private static string N(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Ms(TimeSpan duration) => duration.TotalMilliseconds.ToString("N1", CultureInfo.InvariantCulture);
}
