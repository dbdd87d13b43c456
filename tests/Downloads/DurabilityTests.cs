using ResultsGrid.Grains.Downloads;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Tests.Downloads;

public sealed class DurabilityTests : IAsyncLifetime
{
    /// <summary>EntryGroup.MaxEntries.</summary>
    private const int MaxWaiting = 16_384;

    private LedgerHost host = null!;

    public Task InitializeAsync()
    {
        host = LedgerHost.Start();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Nobody_hears_of_an_entry_before_its_flush_and_all_that_come_during_one_share_the_next()
    {
        host.Flush.Hold();
        var first = host.Record(LedgerHost.Centres[0], "first").AsTask();
        await host.Flush.Arrived();
        var others = Enumerable.Range(0, 300).Select(number => host.Record(LedgerHost.Centres[number % 3], $"user {number}").AsTask()).ToList();
        Assert.DoesNotContain(others.Append(first), one => one.IsCompleted);
        Assert.Equal(1, host.Flush.Count);

        host.Flush.Release();
        await first;
        await Task.WhenAll(others);
        Assert.Equal(2, host.Flush.Count);
        await host.Ledger.FoldAll(CancellationToken.None);
        Assert.Equal(301, (await host.Folded()).Values.Sum());
    }

    [Fact]
    public async Task While_an_answer_takes_long_on_its_thread_the_next_entries_are_flushed()
    {
        using var answered = new ManualResetEventSlim();
        var answering = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        // Held until it waits: what is durable before would be answered on this thread.
        host.Flush.Hold();
        var slow = Slow();
        host.Flush.Release();
        try
        {
            await answering.Task.WaitAsync(TimeSpan.FromSeconds(30));
            await host.Record(LedgerHost.Centres[0], "quick").AsTask().WaitAsync(TimeSpan.FromSeconds(30));
            Assert.False(slow.IsCompleted);
        }
        finally
        {
            answered.Set();
        }

        await slow;

        async Task Slow()
        {
            await host.Record(LedgerHost.Centres[0], "slow").ConfigureAwait(false);
            answering.SetResult();
            answered.Wait();
        }
    }

    [Fact]
    public async Task What_is_not_flushed_is_folded_nowhere()
    {
        host.Flush.Hold();
        var entry = host.Record(LedgerHost.Centres[0], "early").AsTask();
        await host.Flush.Arrived();
        await host.Ledger.Settle(LedgerHost.Series, LedgerHost.Centres[0]);
        Assert.Empty(await host.Folded());
        host.Flush.Release();
        await entry;
        await host.Ledger.Settle(LedgerHost.Series, LedgerHost.Centres[0]);
        Assert.Equal(1, (await host.Folded()).Values.Sum());
    }

    [Fact]
    public async Task Past_the_bound_of_entries_that_wait_for_the_disk_the_next_is_refused_at_once_and_the_others_are_kept()
    {
        host.Flush.Hold();
        var first = host.Record(LedgerHost.Centres[0], "first").AsTask();
        await host.Flush.Arrived();
        var waiting = Enumerable.Range(0, MaxWaiting).Select(_ => host.Record(LedgerHost.Centres[0], "user").AsTask()).ToList();
        await Assert.ThrowsAsync<OverloadedException>(async () => await host.Record(LedgerHost.Centres[0], "one more"));

        host.Flush.Release();
        await first;
        await Task.WhenAll(waiting);
        await host.Record(LedgerHost.Centres[0], "later");
        await host.Ledger.FoldAll(CancellationToken.None);
        Assert.Equal(
            [("first", 1), ("later", 1), ("user", MaxWaiting)],
            (await host.Fetches(LedgerHost.Centres[0])).Select(fetch => (fetch.By, fetch.Count)).Order());
    }

    [Fact]
    public async Task After_a_failed_flush_nothing_is_recorded_before_a_restart_though_the_disk_flushes_again()
    {
        await host.Record(LedgerHost.Centres[0], "before");
        host.Flush.Fails = true;
        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await host.Record(LedgerHost.Centres[0], "failing"));
        host.Flush.Fails = false;
        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await host.Record(LedgerHost.Centres[0], "believed"));
        Assert.Contains("could not be flushed", host.Health.Trouble, StringComparison.Ordinal);

        host.Crash();
        await host.Ledger.FoldLeft(CancellationToken.None);
        await host.Record(LedgerHost.Centres[0], "after");
        await host.Ledger.FoldAll(CancellationToken.None);
        var by = (await host.Fetches(LedgerHost.Centres[0])).Select(fetch => fetch.By).ToList();
        Assert.Contains("before", by);
        Assert.Contains("after", by);
        Assert.DoesNotContain("believed", by);
    }

    [Fact]
    public async Task An_entry_that_the_format_can_not_hold_is_refused_alone()
    {
        await Assert.ThrowsAsync<ArgumentException>(async () => await host.Record(LedgerHost.Centres[0], new string('x', 256)));
        await host.Record(LedgerHost.Centres[0], new string('x', 255));
        await host.Ledger.FoldAll(CancellationToken.None);
        Assert.Equal(255, Assert.Single(await host.Fetches(LedgerHost.Centres[0])).By.Length);
    }

    [Fact]
    public void An_entry_is_read_back_as_it_was_written()
    {
        var download = new Download(host.Clock.GetUtcNow(), "10101.zoë", LedgerHost.Series, LedgerHost.Centres[0], 7, ["results-file", "marks-csv"]);
        var bytes = new byte[DownloadEntry.MaxBytes];
        ReadOnlySpan<byte> written = bytes.AsSpan(0, DownloadEntry.Write(bytes, download));
        var read = DownloadEntry.Read(ref written);
        Assert.Equal(download with { Documents = [] }, read with { Documents = [] });
        Assert.Equal(download.Documents, read.Documents);
        Assert.True(written.IsEmpty, $"{written.Length} bytes were left unread.");
    }
}
