using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Tests.Clock;
using ResultsGrid.Tests.Downloads;

namespace ResultsGrid.Tests.Azure.Downloads;

/// <summary>What becomes of a log whose node is gone, or is taken to be.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class TakeoverTests(Azurite azurite) : IAsyncLifetime
{
    private static readonly CentreNumber Centre = FoldedGrains.Centres[0];

    private LedgerCluster cluster = null!;
    private LedgerNode writer = null!;

    public async Task InitializeAsync()
    {
        cluster = await LedgerCluster.Start(azurite);
        writer = cluster.Join();
    }

    public async Task DisposeAsync() => await cluster.DisposeAsync();

    [Fact]
    public async Task A_survivor_folds_what_a_killed_node_left_and_leaves_live_ones_alone()
    {
        var (survivor, third) = (cluster.Join(), cluster.Join());
        for (var number = 0; number < 7; number++) await writer.Record(FoldedGrains.Centres[number % 3], "user");
        await third.Record(Centre, "third");
        cluster.Kill(writer);
        Assert.True(await survivor.TakeOver());
        Assert.Equal([3, 2, 2], (await cluster.Grains.Folded()).Values);
        Assert.Single(await cluster.Blobs());
        await third.Record(Centre, "third");
        await cluster.Stop(third);
        Assert.Equal(2, await Count("third"));
    }

    [Fact]
    public async Task A_node_that_is_missing_in_one_look_only_goes_on()
    {
        var survivor = cluster.Join();
        await writer.Record(Centre, "user");
        cluster.Miss(writer);
        await survivor.Ledger.FoldLeft(CancellationToken.None);
        cluster.Clock.Advance(LedgerCluster.Patience - TimeSpan.FromTicks(1));
        await survivor.Ledger.FoldLeft(CancellationToken.None);
        await writer.Record(Centre, "user");
        Assert.Empty(await cluster.Grains.Folded());
    }

    [Fact]
    public async Task A_node_that_starts_again_under_its_name_folds_its_own_earlier_log_at_once()
    {
        await writer.Record(Centre, "user");
        cluster.Kill(writer);
        var again = cluster.Join(writer.Own);
        Assert.True(await again.Ledger.FoldLeft(CancellationToken.None));
        Assert.Equal(1, await Count("user"));
        await again.Record(Centre, "user");
        await cluster.Stop(again);
        Assert.Equal(2, await Count("user"));
        Assert.Empty(await cluster.Blobs());
    }

    /// <param name="entries">With three its blob is full, and the next would begin another.</param>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_paused_writer_that_wakes_behind_a_takeover_refuses_downloads_and_says_why(int entries)
    {
        var survivor = cluster.Join();
        for (var number = 0; number < entries; number++) await writer.Record(Centre, "user");
        cluster.Miss(writer);
        Assert.True(await survivor.TakeOver());
        Assert.False(await writer.TryRecord(Centre, "woken"));
        Assert.Contains("taken this one for dead", writer.Health.Trouble, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => writer.Ledger.Settle(FoldedGrains.Series, Centre));
        Assert.False(await writer.Ledger.FoldAll(CancellationToken.None));
        Assert.Equal([entries], (await cluster.Grains.Folded()).Values);
    }

    /// <summary>The survivor stops at each of its requests; the writer wakes and records there; the survivor goes on.</summary>
    [Fact]
    public async Task A_writer_that_wakes_at_any_moment_of_a_takeover_loses_and_doubles_nothing()
    {
        for (var (step, isHeld) = (0, true); isHeld; step++)
        {
            var by = $"{step}";
            var (paused, survivor) = (cluster.Join(), cluster.Join());
            for (var number = 0; number < 5; number++) await paused.Record(Centre, by);
            cluster.Miss(paused);
            await survivor.Ledger.FoldLeft(CancellationToken.None);
            cluster.Clock.Advance(LedgerCluster.Patience);
            survivor.Network.HoldBehind(step);
            var takeover = survivor.Ledger.FoldLeft(CancellationToken.None);
            isHeld = await Task.WhenAny(takeover, survivor.Network.Arrived()) != takeover;
            var acknowledged = 5;
            for (var number = 0; number < 3; number++) acknowledged += await paused.TryRecord(Centre, by) ? 1 : 0;
            survivor.Network.Release();
            await takeover;
            cluster.Kill(paused);
            Assert.True(await survivor.TakeOver());
            Assert.Equal((step, acknowledged), (step, await Count(by)));
            await cluster.Stop(survivor);
            Assert.Empty(await cluster.Blobs());
        }
    }

    /// <summary>Each request of a survivor in turn is its last, which arrives or not.</summary>
    [Theory]
    [InlineData(RequestFault.Lost)]
    [InlineData(RequestFault.AnswerLost)]
    public async Task A_survivor_that_dies_at_any_request_loses_and_doubles_nothing(RequestFault fault)
    {
        for (var (step, isCut) = (0, true); isCut; step++)
        {
            var by = $"{step}";
            var (killed, survivor, next) = (cluster.Join(), cluster.Join(), cluster.Join());
            for (var number = 0; number < 5; number++) await killed.Record(FoldedGrains.Centres[number % 2], by);
            cluster.Kill(killed);
            await survivor.Ledger.FoldLeft(CancellationToken.None);
            cluster.Clock.Advance(LedgerCluster.Patience);
            survivor.Network.CutBehind(step, fault);
            await survivor.Ledger.FoldLeft(CancellationToken.None);
            isCut = survivor.Network.IsCut;
            cluster.Kill(survivor);
            await cluster.EndLeasesOfSurvivors();
            Assert.True(await next.TakeOver(), $"Cut behind {step} requests: the next survivor could not take the log over.");
            Assert.Equal((step, 5), (step, await Count(by)));
            Assert.Empty(await cluster.Blobs());
            await cluster.Stop(next);
        }
    }

    /// <summary>One stops at each of its requests for so long that another does the work, and the centre goes on; then it wakes.</summary>
    [Fact]
    public async Task A_survivor_that_wakes_behind_another_doubles_nothing()
    {
        for (var (step, isHeld) = (0, true); isHeld; step++)
        {
            var by = $"{step}";
            var (killed, slow, quick) = (cluster.Join(), cluster.Join(), cluster.Join());
            for (var number = 0; number < 5; number++) await killed.Record(Centre, by);
            cluster.Kill(killed);
            await slow.Ledger.FoldLeft(CancellationToken.None);
            cluster.Clock.Advance(LedgerCluster.Patience);
            slow.Network.HoldBehind(step);
            var takeover = slow.Ledger.FoldLeft(CancellationToken.None);
            isHeld = await Task.WhenAny(takeover, slow.Network.Arrived()) != takeover;
            await cluster.EndLeasesOfSurvivors();
            Assert.True(await quick.TakeOver());
            await Fold(quick, by);
            slow.Network.Release();
            await takeover;
            Assert.Equal((step, 6), (step, await Count(by)));
            await cluster.Stop(quick);
            await cluster.Stop(slow);
            Assert.Empty(await cluster.Blobs());
        }
    }

    /// <summary>Its batch is on its way while another folds the log and deletes it, and the centre goes on.</summary>
    [Fact]
    public async Task A_batch_that_comes_when_its_log_is_gone_is_not_counted_again()
    {
        var (slow, quick) = (cluster.Join(), cluster.Join());
        // Begun so long ago that nobody takes its log for one that he has not heard of.
        var old = cluster.Join(clock: new FakeClock(cluster.Clock.GetUtcNow() - TimeSpan.FromHours(2)));
        for (var number = 0; number < 5; number++) await old.Record(Centre, "user");
        cluster.Kill(old);
        await slow.Ledger.FoldLeft(CancellationToken.None);
        cluster.Clock.Advance(LedgerCluster.Patience);
        slow.Calls.Hold();
        var takeover = slow.Ledger.FoldLeft(CancellationToken.None);
        await slow.Calls.Arrived();
        await cluster.EndLeasesOfSurvivors();
        Assert.True(await quick.TakeOver());
        Assert.Empty(await cluster.Blobs());
        await quick.Ledger.FoldLeft(CancellationToken.None);
        await Fold(quick, "user");
        slow.Calls.Release();
        await takeover;
        Assert.Equal(6, await Count("user"));
    }

    [Fact]
    public async Task Two_survivors_at_once_count_everything_once()
    {
        var survivors = new[] { cluster.Join(), cluster.Join(), cluster.Join() };
        for (var round = 0; round < 5; round++)
        {
            var killed = cluster.Join();
            for (var number = 0; number < 7; number++) await killed.Record(FoldedGrains.Centres[number % 3], $"{round}");
            cluster.Kill(killed);
            foreach (var survivor in survivors) await survivor.Ledger.FoldLeft(CancellationToken.None);
            cluster.Clock.Advance(LedgerCluster.Patience);
            await Task.WhenAll(survivors.Select(survivor => Task.Run(() => survivor.Ledger.FoldLeft(CancellationToken.None))));
            await cluster.EndLeasesOfSurvivors();
            Assert.True(await survivors[0].TakeOver());
            Assert.Equal((round, 7), (round, (await cluster.Grains.Folded()).Where(one => one.Key.Contains($" {round} ", StringComparison.Ordinal)).Sum(one => one.Value)));
        }
    }

    /// <summary>A grain that forgot its place in a log that its neighbour does not know of yet would count it twice.</summary>
    /// <param name="idleHours">Between the other node's start and its first entry.</param>
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task A_node_that_has_not_heard_of_a_log_makes_no_grain_forget_its_place_in_it(int idleHours)
    {
        var joined = cluster.Join();
        cluster.Clock.Advance(TimeSpan.FromHours(idleHours));
        await writer.Ledger.FoldLeft(CancellationToken.None);
        await Fold(joined, "joined");
        await Fold(writer, "writer");
        await joined.Record(Centre, "joined");
        cluster.Kill(joined);
        Assert.True(await writer.TakeOver());
        Assert.Equal((2, 1), (await Count("joined"), await Count("writer")));
    }

    [Fact]
    public async Task Grains_forget_logs_that_ended_long_ago()
    {
        var survivor = cluster.Join();
        await writer.Record(Centre, "user");
        cluster.Kill(writer);
        await survivor.TakeOver();
        await Fold(survivor, "user");
        Assert.Equal(2, (await cluster.Grains.Downloaded(Centre)).Folded.Count);
        cluster.Clock.Advance(TimeSpan.FromHours(2));
        // The first look deletes what marks the end, the second misses it.
        for (var look = 0; look < 2; look++) await survivor.Ledger.FoldLeft(CancellationToken.None);
        await Fold(survivor, "user");
        Assert.Single((await cluster.Grains.Downloaded(Centre)).Folded);
        Assert.Equal(3, await Count("user"));
    }

    [Fact]
    public async Task What_no_writer_of_the_log_wrote_is_kept_and_holds_no_other_log_up()
    {
        var (second, survivor) = (cluster.Join(), cluster.Join());
        await writer.Record(Centre, "user");
        await second.Record(Centre, "second");
        cluster.Kill(writer);
        cluster.Kill(second);
        var damaged = (await cluster.Blobs())[0];
        await Append(damaged, [.. "RGdl and no block"u8]);
        Assert.False(await survivor.TakeOver());
        Assert.Equal([damaged], await cluster.Blobs());
        Assert.Equal((1, 1), (await Count("user"), await Count("second")));
    }

    [Fact]
    public async Task A_block_of_another_log_is_folded_nowhere()
    {
        var (second, survivor) = (cluster.Join(), cluster.Join());
        await writer.Record(Centre, "user");
        await second.Record(Centre, "second");
        cluster.Kill(writer);
        var own = await Read((await cluster.Blobs()).Single(name => IsOf(name, writer)));
        var foreign = (await cluster.Blobs()).Single(name => !IsOf(name, writer));
        await Append(foreign, own);
        cluster.Kill(second);
        Assert.False(await survivor.TakeOver());
        Assert.Equal([foreign], await cluster.Blobs());
        Assert.Equal(1, await Count("user"));

        bool IsOf(string name, LedgerNode node) => cluster.Container.GetAppendBlobClient(name).GetProperties().Value.Metadata["node"] == node.Own;
    }

    [Fact]
    public async Task A_blob_lost_between_two_is_noticed()
    {
        for (var number = 0; number < 7; number++) await writer.Record(Centre, "user");
        cluster.Kill(writer);
        var middle = cluster.Container.GetAppendBlobClient((await cluster.Blobs())[1]);
        await middle.GetBlobLeaseClient().BreakAsync(TimeSpan.Zero);
        await middle.DeleteAsync();
        Assert.False(await cluster.Join().TakeOver());
        Assert.Single(await cluster.Blobs());
        Assert.Equal(3, await Count("user"));
    }

    [Fact]
    public async Task A_writer_that_finds_a_strangers_bytes_in_its_blob_records_nothing_more()
    {
        await writer.Record(Centre, "user");
        await Append((await cluster.Blobs())[0], [.. "RGdl and no block"u8], endLease: false);
        Assert.False(await writer.TryRecord(Centre, "user"));
        Assert.Contains("did not write", writer.Health.Trouble, StringComparison.Ordinal);
    }

    private async Task<int> Count(string by)
        => (await cluster.Grains.Folded()).Where(one => one.Key.Contains($" {by} ", StringComparison.Ordinal)).Sum(one => one.Value);

    private static async Task Fold(LedgerNode node, string by)
    {
        await node.Record(Centre, by);
        await node.Ledger.Settle(FoldedGrains.Series, Centre);
    }

    private async Task Append(string blob, byte[] bytes, bool endLease = true)
    {
        var client = cluster.Container.GetAppendBlobClient(blob);
        var id = blob.Split('/')[0];
        var lease = Guid.ParseExact(id + id, "N").ToString();
        using var body = new MemoryStream(bytes);
        await client.AppendBlockAsync(body, new AppendBlobAppendBlockOptions { Conditions = new() { LeaseId = lease } });
        if (endLease) await client.GetBlobLeaseClient(lease).ReleaseAsync();
    }

    private async Task<byte[]> Read(string blob) => (await cluster.Container.GetAppendBlobClient(blob).DownloadContentAsync()).Value.Content.ToArray();
}
