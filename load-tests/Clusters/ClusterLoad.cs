using System.Collections.Concurrent;
using System.Globalization;
using ResultsGrid.LoadTests.Arrivals;
using ResultsGrid.LoadTests.Latencies;
using ResultsGrid.LoadTests.Nights.Clients;
using ResultsGrid.LoadTests.Processes;
using ResultsGrid.LoadTests.Wire;

namespace ResultsGrid.LoadTests.Clusters;

/// <summary>Downloads on a clock from all nodes, and beside them requests that need a grain to answer.</summary>
internal sealed class ClusterLoad(IReadOnlyList<GatewayProcess> nodes, IReadOnlyList<LoadRequest> documents, IReadOnlyList<NightAccess> keys, string series, TimeProvider time)
{
    private const double ProbesPerSecond = 40;

    /// <summary>A person waits so long; a management system longer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, int> completed = new(StringComparer.Ordinal);

    public LoadFigures Downloads { get; } = new();

    /// <summary>Of requests that ask a grain, whoever answers them in the end.</summary>
    public LatencyHistogram Grains { get; } = new();

    public LoadFigures Probes { get; } = new();

    /// <summary>By centre.</summary>
    public IReadOnlyDictionary<string, int> Completed => completed;

    /// <summary>Answers that another node than the first asked gave.</summary>
    public int Retried { get; private set; }

    /// <summary>Runs for so long; a load may be run again, and counts on.</summary>
    public async Task Run(ClusterPlan plan, TimeSpan duration, int seed, CancellationToken cancellation)
    {
        using var balancer = new Balancer(nodes, time, cancellation);
        var downloads = Arrival.Draw(plan.PerSecond, duration, new Random(seed), chance => documents[chance.Next(documents.Count)]);
        var probes = Arrival.Draw(ProbesPerSecond, duration, new Random(seed + 1), chance => Probe(keys[chance.Next(keys.Count)]));
        await Task.WhenAll([.. downloads.Select(Download), .. probes.Select(AskGrain)]);
        Retried += balancer.Retried;

        async Task Download(Arrival arrival)
        {
            var answer = await balancer.Ask(arrival.Request, arrival.Due, Patience);
            Downloads.Hear(answer);
            if (answer.IsServed) completed.AddOrUpdate(arrival.Request.By, 1, (_, count) => count + 1);
        }

        async Task AskGrain(Arrival arrival)
        {
            var answer = await balancer.Ask(arrival.Request, arrival.Due, Patience);
            Probes.Hear(answer);
            Grains.Record(answer.Latency);
        }
    }

    /// <summary>Who fetched what stands in the centre's Results grain, whichever node holds it.</summary>
    private LoadRequest Probe(NightAccess access) => new(access.Centre.ToString(), WireRequest.Write(
        WireAddress.Of(nodes[0].Address), "GET", string.Create(CultureInfo.InvariantCulture, $"/api/v1/centres/{access.Centre}/series/{series}/downloads"), $"Authorization: Bearer {access.Key}"));
}
