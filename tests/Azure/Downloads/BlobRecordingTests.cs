using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Storage.Azure.Downloads;
using ResultsGrid.Tests.Downloads;

namespace ResultsGrid.Tests.Azure.Downloads;

/// <summary>One node and what the storage does to its appends.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class BlobRecordingTests(Azurite azurite) : IAsyncLifetime
{
    private static readonly CentreNumber Centre = FoldedGrains.Centres[0];

    private LedgerCluster cluster = null!;
    private LedgerNode node = null!;

    public async Task InitializeAsync()
    {
        cluster = await LedgerCluster.Start(azurite);
        node = cluster.Join();
    }

    public async Task DisposeAsync() => await cluster.DisposeAsync();

    [Fact]
    public async Task A_stop_in_order_folds_everything_and_leaves_no_blob()
    {
        for (var number = 0; number < 10; number++) await node.Record(FoldedGrains.Centres[number % 3], "user");
        Assert.Equal(4, (await cluster.Blobs()).Count);
        await cluster.Stop(node);
        Assert.Empty(await cluster.Blobs());
        Assert.Equal([4, 3, 3], (await cluster.Grains.Folded()).Values);
    }

    [Fact]
    public async Task Full_blobs_go_in_the_rounds_once_they_are_folded()
    {
        using var end = new CancellationTokenSource();
        for (var number = 0; number < 10; number++) await node.Record(Centre, "user");
        var rounds = node.Ledger.FoldInRounds(cluster.Clock, end.Token);
        cluster.Clock.Advance(TimeSpan.FromSeconds(10));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await cluster.Blobs()).Count > 1) Assert.False(patience.IsCancellationRequested, "Ten seconds by the clock deleted no folded blob.");
        Assert.Equal([10], (await cluster.Grains.Folded()).Values);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rounds);
    }

    [Fact]
    public async Task All_that_come_during_one_append_share_the_next()
    {
        await node.Record(Centre, "first");
        node.Network.HoldBehind(0);
        var second = node.Record(Centre, "second").AsTask();
        await node.Network.Arrived();
        var others = Enumerable.Range(0, 300).Select(number => node.Record(FoldedGrains.Centres[number % 3], "other").AsTask()).ToList();
        Assert.DoesNotContain(others.Append(second), one => one.IsCompleted);
        node.Network.Release();
        await Task.WhenAll([second, .. others]);
        Assert.Equal(3, node.Network.Appends);
        await cluster.Stop(node);
        Assert.Equal(302, (await cluster.Grains.Folded()).Values.Sum());
    }

    [Theory]
    [InlineData(RequestFault.Lost)]
    [InlineData(RequestFault.AnswerLost)]
    [InlineData(RequestFault.AnsweredWithError)]
    public async Task An_append_without_an_answer_is_looked_for_and_recorded_once(RequestFault fault)
    {
        await node.Record(Centre, "user");
        node.Network.Order(fault);
        await node.Record(Centre, "user");
        await node.Record(Centre, "user");
        await KilledAndTakenOver();
        Assert.Equal([3], (await cluster.Grains.Folded()).Values);
    }

    [Fact]
    public async Task An_append_that_comes_late_and_first_stands_before_the_next()
    {
        await node.Record(Centre, "user");
        node.Network.Order(RequestFault.Late, RequestFault.Late);
        Assert.False(await node.TryRecord(Centre, "refused"));
        Assert.Equal(1, await node.Network.DeliverLate(cluster.Container));
        await node.Record(Centre, "user");
        await node.Record(Centre, "user");
        await KilledAndTakenOver();
        // Who was refused may be counted: the storage has the entry.
        Assert.Equal([("refused", 1), ("user", 3)], await Fetches());
    }

    [Fact]
    public async Task An_append_that_comes_behind_the_next_is_refused_by_the_storage()
    {
        await node.Record(Centre, "user");
        node.Network.Order(RequestFault.Late, RequestFault.Late);
        Assert.False(await node.TryRecord(Centre, "refused"));
        await node.Record(Centre, "user");
        Assert.Equal(0, await node.Network.DeliverLate(cluster.Container));
        await KilledAndTakenOver();
        Assert.Equal([("user", 2)], await Fetches());
    }

    /// <summary>The next blob would begin with the numbers of an append that may yet come into this one.</summary>
    [Fact]
    public async Task A_blob_is_not_left_while_an_append_may_come_late_into_it()
    {
        var small = cluster.Join(bounds: BlobLogBounds.OfStorage with { MaxBytes = 300 });
        for (var number = 0; number < 2; number++) await small.Record(Centre, "user");
        small.Network.Order(RequestFault.Late, RequestFault.Late);
        Assert.False(await small.TryRecord(Centre, "refused"));
        // Too long for what is left of the blob, into which the late one still fits.
        await small.Record(Centre, new string('x', 200));
        Assert.Equal(0, await small.Network.DeliverLate(cluster.Container));
        await small.Record(Centre, "user");
        Assert.Equal(2, (await cluster.Blobs()).Count);
        cluster.Kill(small);
        Assert.True(await node.TakeOver());
        Assert.Equal([("user", 3), (new string('x', 200), 1)], await Fetches());
    }

    [Fact]
    public async Task While_the_storage_does_not_answer_downloads_are_refused_and_health_says_so_and_then_all_goes_on()
    {
        await node.Record(Centre, "user");
        node.Network.IsCut = true;
        for (var number = 0; number < 3; number++) await Assert.ThrowsAsync<StorageUnavailableException>(async () => await node.Record(Centre, "refused"));
        Assert.Contains("storage account", node.Health.Trouble, StringComparison.Ordinal);
        node.Network.IsCut = false;
        await node.Record(Centre, "user");
        Assert.Null(node.Health.Trouble);
        await cluster.Stop(node);
        Assert.Equal([("user", 2)], await Fetches());
    }

    [Fact]
    public async Task A_node_that_starts_without_storage_records_as_soon_as_there_is_some()
    {
        node.Network.IsCut = true;
        Assert.False(await node.Ledger.FoldLeft(CancellationToken.None));
        Assert.False(await node.TryRecord(Centre, "refused"));
        node.Network.IsCut = false;
        await node.Record(Centre, "user");
        await cluster.Stop(node);
        Assert.Equal([("user", 1)], await Fetches());
    }

    /// <summary>Every request of a writer in turn is its last one, which arrives or not.</summary>
    [Theory]
    [InlineData(RequestFault.Lost)]
    [InlineData(RequestFault.AnswerLost)]
    public async Task Killed_at_any_request_a_writer_loses_and_doubles_nothing(RequestFault fault)
    {
        for (var (step, isCut) = (0, true); isCut; step++)
        {
            var by = $"{step}";
            var writer = cluster.Join();
            writer.Network.CutBehind(step, fault);
            var acknowledged = 0;
            for (var number = 0; number < 5; number++) acknowledged += await writer.TryRecord(Centre, by) ? 1 : 0;
            isCut = writer.Network.IsCut;
            cluster.Kill(writer);
            Assert.True(await node.TakeOver(), $"Cut behind {step} requests: the survivor could not take the log over.");
            var counted = (await cluster.Grains.Fetches(Centre)).SingleOrDefault(fetch => fetch.By == by)?.Count ?? 0;
            Assert.True(counted >= acknowledged && counted <= acknowledged + 1, $"Cut behind {step} requests by {fault}: {acknowledged} were acknowledged, {counted} are counted.");
            Assert.Empty(await cluster.Blobs());
        }
    }

    /// <summary>As above, but the network is there again and the same writer goes on.</summary>
    [Theory]
    [InlineData(RequestFault.Lost)]
    [InlineData(RequestFault.AnswerLost)]
    public async Task Cut_off_at_any_request_a_writer_goes_on_and_loses_and_doubles_nothing(RequestFault fault)
    {
        for (var (step, isCut) = (0, true); isCut; step++)
        {
            var by = $"{step}";
            var writer = cluster.Join();
            writer.Network.CutBehind(step, fault);
            var (acknowledged, refused) = (0, 0);
            isCut = false;
            for (var number = 0; number < 6; number++)
            {
                if (await writer.TryRecord(Centre, by)) acknowledged++;
                else refused++;
                isCut |= writer.Network.IsCut;
                writer.Network.IsCut = false;
            }

            cluster.Kill(writer);
            Assert.True(await node.TakeOver(), $"Cut behind {step} requests: the survivor could not take the log over.");
            var counted = (await cluster.Grains.Fetches(Centre)).SingleOrDefault(fetch => fetch.By == by)?.Count ?? 0;
            Assert.True(refused <= 1 && counted >= acknowledged && counted <= acknowledged + refused, $"Cut behind {step} requests by {fault}: {acknowledged} acknowledged, {refused} refused, {counted} counted.");
            Assert.Empty(await cluster.Blobs());
        }
    }

    private async Task KilledAndTakenOver()
    {
        cluster.Kill(node);
        Assert.True(await cluster.Join().TakeOver());
    }

    private async Task<IEnumerable<(string By, int Count)>> Fetches()
        => (await cluster.Grains.Fetches(Centre)).Select(fetch => (fetch.By, fetch.Count)).Order();
}
