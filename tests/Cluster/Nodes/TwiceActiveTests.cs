using ResultsGrid.Grains.Hosting;
using ResultsGrid.Tests.Hosting;
using ResultsGrid.Tests.Hosting.Desk;

namespace ResultsGrid.Tests.Cluster.Nodes;

/// <summary>Desks that are active on two nodes at once.</summary>
[Collection(RealTime.Name)]
public sealed class TwiceActiveTests : IAsyncLifetime
{
    private const int Desks = 8;

    /// <summary>A change of each node has a bit of its own, so that the stored number tells which were made, and made once.</summary>
    private const int ChangesOfNode = 15;

    private NodePair pair = null!;

    private enum Outcome
    {
        Done,
        Refused,
        Unknown,
    }

    public async Task InitializeAsync() => pair = await NodePair.Start(ownDirectories: true);

    public async Task DisposeAsync() => await pair.DisposeAsync();

    [Fact]
    public async Task When_both_write_at_once_what_was_acknowledged_is_there_once_and_what_was_refused_is_not()
    {
        var keys = Enumerable.Range(10_101, Desks).Select(number => $"{number}").ToList();
        foreach (var key in keys) Assert.NotEqual(await pair.First.Desk(key).GetInstance(), await pair.Second.Desk(key).GetInstance());

        var changes = await Task.WhenAll(keys.Select(async key => (Key: key, Made: await Change(key))));

        foreach (var (key, ofDesk) in changes)
            Assert.Equal((key, Bits(ofDesk, Outcome.Done)), (key, await pair.Stored(key) & ~Bits(ofDesk, Outcome.Unknown)));

        var made = changes.SelectMany(desk => desk.Made).ToLookup(change => (IsFirst: change.Bit < ChangesOfNode, change.Outcome));
        Assert.All([true, false], isFirst => Assert.NotEmpty(made[(isFirst, Outcome.Done)]));
        Assert.NotEmpty(made[(true, Outcome.Refused)].Concat(made[(false, Outcome.Refused)]));
    }

    [Fact]
    public async Task What_one_acknowledged_and_showed_everywhere_the_other_answers_too()
    {
        var entries = 0;
        for (var round = 0; round < 3; round++)
        {
            var (writer, reader) = round % 2 == 0 ? (pair.First, pair.Second) : (pair.Second, pair.First);
            Assert.Equal((round, entries), (round, await reader.Desk().GetEntries()));
            Assert.Equal((round, ++entries), (round, await writer.Desk().Add(1)));
            await writer.Epochs.ShownEverywhere(CancellationToken.None);
            Assert.Equal((round, entries), (round, await reader.Desk().GetEntries()));
        }
    }

    /// <summary>One in the place of each change that ended so.</summary>
    private static int Bits(IEnumerable<(int Bit, Outcome Outcome)> made, Outcome outcome) => made.Where(change => change.Outcome == outcome).Sum(change => 1 << change.Bit);

    private async Task<IEnumerable<(int Bit, Outcome Outcome)>> Change(string key)
        => (await Task.WhenAll(Change(pair.First.Desk(key), 0), Change(pair.Second.Desk(key), ChangesOfNode))).SelectMany(made => made);

    private static async Task<List<(int Bit, Outcome Outcome)>> Change(IDeskGrain desk, int firstBit)
    {
        var made = new List<(int Bit, Outcome Outcome)>();
        for (var bit = firstBit; bit < firstBit + ChangesOfNode; bit++) made.Add((bit, await Change(() => desk.Add(1 << bit))));
        return made;
    }

    private static async Task<Outcome> Change(Func<Task> add)
    {
        try
        {
            await add();
            return Outcome.Done;
        }
        catch (Exception fault) when (fault is StateConflictException or OverloadedException)
        {
            return Outcome.Refused;
        }
        catch (Exception fault) when (fault is StorageUnavailableException or TimeoutException)
        {
            return Outcome.Unknown;
        }
    }
}
