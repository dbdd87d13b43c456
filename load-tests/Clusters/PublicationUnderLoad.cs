using ResultsGrid.Awarding.Codes;
using ResultsGrid.LoadTests.National;

namespace ResultsGrid.LoadTests.Clusters;

/// <summary>All nodes publish a second series while the first is downloaded: none is taken for dead because it works.</summary>
internal sealed class PublicationUnderLoad(DrilledCluster drilled, string folder, CancellationToken cancellation)
{
    private const int CandidatesPerCentre = 20;

    private static readonly SeriesCode Second = SeriesCode.Parse("6A26");
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(10);

    public async Task Run()
    {
        var (plan, nodes, time) = (drilled.Plan, drilled.Cluster.Nodes, drilled.Time);
        var series = drilled.Series.Beside(NationalSeries.Plan(plan.CentresAtWork, plan.CentresAtWork * CandidatesPerCentre, plan.Seed) with { Series = Second, BasedataVersion = $"{Second}-01" });
        await series.LoadAndAward(nodes[0].Address, folder, cancellation);
        drilled.Tell("A second series is loaded and awarded.");

        var watches = nodes.Select(node => new NodeWatch(node)).ToList();
        var began = time.GetTimestamp();
        var took = TimeSpan.Zero;
        var publishing = Publish();
        var looking = Task.WhenAll(watches.Select(watch => watch.LookUntil(publishing, drilled, cancellation)));
        var load = await drilled.Load("none, all nodes publish", async load =>
        {
            for (var round = 0; !publishing.IsCompleted; round++) await load.Run(plan, Round, plan.Seed + round, cancellation);
            await publishing;
            await looking;
        }, cancellation);
        foreach (var watch in watches) watch.Dispose();

        var busy = watches.Sum(watch => watch.ProcessorTime.TotalSeconds) / took.TotalSeconds;
        drilled.Findings.Expect(
            "Publishing starves no membership probe", "no node taken for dead",
            $"{plan.CentresAtWork} centres in {took.TotalSeconds:F0} s, the nodes on {busy:F1} of {Environment.ProcessorCount} processors: {watches.Count(watch => watch.IsAlive)} of {watches.Count} nodes alive, {watches.Sum(watch => watch.MissedProbes)} probes missed",
            watches.All(watch => watch.IsAlive));
        drilled.Findings.Expect(
            "Downloads go on while all nodes publish", "all served, by another node if need be",
            $"{load.Downloads.Served} of {load.Downloads.Answers}, p99 {load.Downloads.Latencies.Quantile(0.99).TotalMilliseconds:F0} ms, grains {load.Grains.Quantile(0.99).TotalMilliseconds:F0} ms; no lease at {watches.Sum(watch => watch.LooksWithoutLease)} of {watches.Sum(watch => watch.Looks)} looks",
            load.Downloads.Served == load.Downloads.Answers);

        async Task Publish()
        {
            await series.Publish(nodes[0].Address, _ => { }, cancellation);
            took = time.GetElapsedTime(began);
        }
    }
}
