using FsCheck;
using FsCheck.Fluent;
using ResultsGrid.Tests.Downloads;

namespace ResultsGrid.Tests.Azure.Downloads;

/// <summary>Three nodes in random histories against a plain count.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class ClusterHistoriesTests(Azurite azurite) : IAsyncLifetime
{
    private const int Histories = 25;
    private const int Many = 20;
    private const int Nodes = 3;

    private readonly LedgerNode[] nodes = new LedgerNode[Nodes];
    private readonly List<LedgerNode> paused = [];
    private readonly Dictionary<string, int> acknowledged = [];
    private readonly Dictionary<string, int> refused = [];
    private LedgerCluster cluster = null!;
    private int history;

    public async Task InitializeAsync()
    {
        cluster = await LedgerCluster.Start(azurite);
        for (var number = 0; number < Nodes; number++) nodes[number] = cluster.Join();
    }

    public async Task DisposeAsync() => await cluster.DisposeAsync();

    [Fact]
    public void Whatever_dies_or_is_lost_every_acknowledged_entry_is_counted_once()
        => Prop.ForAll(Steps().ToArbitrary(), Run).Check(Config.QuickThrowOnFailure.WithMaxTest(Histories).WithEndSize(50));

    [Theory]
    [InlineData(ClusterDeed.LoseAppends)]
    [InlineData(ClusterDeed.LoseAnAnswer)]
    [InlineData(ClusterDeed.LookAndDie)]
    [InlineData(ClusterDeed.Kill)]
    [InlineData(ClusterDeed.Pause)]
    [InlineData(ClusterDeed.Stop)]
    [InlineData(ClusterDeed.LoseAGrainsAnswer)]
    [InlineData(ClusterDeed.FailAGrainsWrite)]
    public Task Each_thing_that_can_go_wrong_alone(ClusterDeed deed) => Run(
    [
        new(ClusterDeed.RecordMany, 0, 0), new(ClusterDeed.Record, 0, 1), new(deed, 0, 1), new(ClusterDeed.Record, 0, 0), new(ClusterDeed.DeliverLate, 0, 0),
        new(ClusterDeed.Fold, 0, 0), new(ClusterDeed.Look, 1, 0), new(deed, 1, 0), new(ClusterDeed.Record, 1, 2), new(ClusterDeed.Record, 0, 2),
    ]);

    private static Gen<ClusterStep[]> Steps()
    {
        (int Weight, Gen<ClusterDeed> Deed)[] weights =
            [(14, Gen.Constant(ClusterDeed.Record)), (3, Gen.Constant(ClusterDeed.RecordMany)), .. Enum.GetValues<ClusterDeed>()[2..].Select(deed => (1, Gen.Constant(deed)))];
        return (from deed in Gen.Frequency(weights)
                from node in Gen.Choose(0, Nodes - 1)
                from centre in Gen.Choose(0, FoldedGrains.Centres.Count - 1)
                select new ClusterStep(deed, node, centre)).ArrayOf();
    }

    private async Task Run(ClusterStep[] steps)
    {
        history++;
        foreach (var step in steps) await Do(step);
        // All but one die; what was ordered and met nothing yet meets this.
        foreach (var node in nodes[1..].Concat(paused)) cluster.Kill(node);
        (nodes[1], nodes[2]) = (cluster.Join(), cluster.Join());
        paused.Clear();
        cluster.Kill(nodes[0]);
        nodes[0] = cluster.Join();
        await cluster.EndLeasesOfSurvivors();
        await nodes[1].TakeOver();
        Assert.True(await nodes[1].TakeOver(), "A log is left that can't be folded.");
        Assert.Empty(await cluster.Blobs());

        var found = await cluster.Grains.Folded();
        foreach (var entry in found.Keys.Union(acknowledged.Keys))
        {
            var (least, doubtful, count) = (acknowledged.GetValueOrDefault(entry), refused.GetValueOrDefault(entry), found.GetValueOrDefault(entry));
            Assert.True(count >= least && count <= least + doubtful, $"'{entry}' was acknowledged {least} times and refused {doubtful} times; it is counted {count} times.");
        }
    }

    private async Task Do(ClusterStep step)
    {
        var node = nodes[step.Node];
        switch (step.Deed)
        {
            case ClusterDeed.Record:
                await Record(node, step.Centre);
                foreach (var one in paused) await Record(one, step.Centre);
                break;
            case ClusterDeed.RecordMany:
                await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => Record(node, step.Centre)));
                break;
            case ClusterDeed.LoseAppends:
                node.Network.Order(RequestFault.Late, RequestFault.Late);
                break;
            case ClusterDeed.LoseAnAnswer:
                node.Network.Order(RequestFault.AnswerLost);
                break;
            case ClusterDeed.DeliverLate:
                await node.Network.DeliverLate(cluster.Container);
                break;
            case ClusterDeed.Fold:
                await node.Ledger.FoldAll(CancellationToken.None);
                break;
            case ClusterDeed.Look:
                await node.TakeOver();
                break;
            case ClusterDeed.LookAndDie:
                node.Network.CutBehind((step.Centre * 4) + 2, RequestFault.AnswerLost);
                await node.TakeOver();
                cluster.Kill(node);
                await cluster.EndLeasesOfSurvivors();
                break;
            case ClusterDeed.Kill:
                cluster.Kill(node);
                break;
            case ClusterDeed.Pause:
                cluster.Miss(node);
                paused.Add(node);
                break;
            case ClusterDeed.Stop:
                await cluster.Stop(node);
                break;
            case ClusterDeed.LoseAGrainsAnswer:
            case ClusterDeed.FailAGrainsWrite:
                cluster.Grains.Faults.FailNextWrite(afterStoring: step.Deed == ClusterDeed.LoseAGrainsAnswer);
                await node.Ledger.FoldAll(CancellationToken.None);
                break;
            default:
                throw new InvalidOperationException($"Nobody knows how to {step.Deed}.");
        }

        if (!cluster.Live.Contains(nodes[step.Node].Own)) nodes[step.Node] = cluster.Join();
    }

    private async Task Record(LedgerNode node, int centre)
    {
        var by = $"{history}-{node.Own}";
        var entry = $"{FoldedGrains.Centres[centre]} {by} {FoldedGrains.Document}";
        var counts = await node.TryRecord(FoldedGrains.Centres[centre], by) ? acknowledged : refused;
        lock (counts) counts[entry] = counts.GetValueOrDefault(entry) + 1;
    }
}
