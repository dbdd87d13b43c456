using System.Text;
using Microsoft.Win32.SafeHandles;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Gateway.Nodes;
using ResultsGrid.Grains.Downloads;
using ResultsGrid.Storage.Local.Downloads;
using ResultsGrid.Storage.Local.State;

namespace ResultsGrid.LoadTests.Downloads;

/// <summary>The download ledger, beside what it replaced (one state write for each download) and beside nothing at all, in the same run.</summary>
public sealed class LedgerBenchmark(string folder, TimeSpan duration, TimeProvider clock, BlobLedgers? blobs = null) : IAsyncDisposable
{
    private const int Centres = 1_000;

    private static readonly int[] Waiters = [1, 16, 128, 256];
    private static readonly TimeSpan SlowFlush = TimeSpan.FromMilliseconds(5);
    // It waits without spinning: a disk's time is no processor's.
    private static readonly ManualResetEvent Never = new(initialState: false);
    private static readonly SeriesCode Series = SeriesCode.Parse("6B26");
    private static readonly Download[] Downloads = [.. Enumerable.Range(0, Centres).Select(Download)];

    // About as long as the row of a centre of which twenty people fetched one document each.
    private static readonly byte[] State = Encoding.UTF8.GetBytes($"{{\"fetches\":\"{new string('x', 3_000)}\"}}");

    /// <summary>A node whose grains take what is folded, and whose store is the peer.</summary>
    private readonly WebApplication node = NodeHost.Build(NodeHost.CreateBuilder(), NodeSettings.InFolder(folder, "http://127.0.0.1:0", workThreads: 0));

    /// <summary>Every way in turn, round by round, so that a noisy minute touches all; medians.</summary>
    public async Task<IReadOnlyList<RecordingCost>> Run(int rounds, CancellationToken cancellation)
    {
        var measured = new List<RecordingCost>();
        await node.StartAsync(cancellation);
        var store = node.Services.GetRequiredService<IStateStore>();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var waiters in Waiters)
            {
                cancellation.ThrowIfCancellationRequested();
                measured.Add(await Measure("nothing (the callers' own loop)", waiters, async _ => await Task.Yield()));
                measured.Add(await MeasureLedger("ledger, the disk's flush", waiters, flush: null));
                measured.Add(await MeasureLedger("ledger, a flush 5 ms slower", waiters, FlushSlowly));
                if (blobs is not null) measured.Add(await MeasureBlobs(blobs, waiters));
                measured.Add(await MeasureStates(store, waiters));
            }
        }

        return [.. measured.GroupBy(cost => (cost.Way, cost.Waiters)).OrderBy(group => group.Key.Way, StringComparer.Ordinal).ThenBy(group => group.Key.Waiters).Select(Median)];
    }

    public async ValueTask DisposeAsync()
    {
        await node.StopAsync();
        await node.DisposeAsync();
    }

    private static Download Download(int number)
    {
        var centre = CentreNumber.Parse($"{10_000 + number}");
        return new Download(DateTimeOffset.UnixEpoch, $"{centre}.key.0123456789abcdef", Series, centre, 1, ["results-file"]);
    }

    private static RecordingCost Median(IEnumerable<RecordingCost> costs)
    {
        var all = costs.OrderBy(cost => cost.Processor).ToList();
        return all[all.Count / 2];
    }

    private static void FlushSlowly(SafeFileHandle handle)
    {
        RandomAccess.FlushToDisk(handle);
        Never.WaitOne(SlowFlush);
    }

    private async Task<RecordingCost> MeasureLedger(string way, int waiters, Action<SafeFileHandle>? flush)
    {
        using var ledger = FileDownloadLedger.Open(Path.Combine(folder, "measured"), node.Services.GetRequiredService<DownloadFolding>(), flush: flush);
        var cost = await Measure(way, waiters, number => ledger.Record(Downloads[number % Centres]));
        // Nothing stays for the next.
        await ledger.FoldAll(CancellationToken.None);
        return cost;
    }

    private async Task<RecordingCost> MeasureBlobs(BlobLedgers blobs, int waiters)
    {
        using var ledger = await blobs.Open(node.Services.GetRequiredService<DownloadFolding>(), clock);
        var cost = await Measure("ledger, append blobs", waiters, number => ledger.Record(Downloads[number % Centres]));
        await ledger.FoldAll(CancellationToken.None);
        return cost;
    }

    private async Task<RecordingCost> MeasureStates(IStateStore store, int waiters)
    {
        var etags = new long?[waiters];
        var run = Path.GetRandomFileName();
        return await Measure("a state write each", waiters, async number =>
        {
            // One row for each waiter, as if each were at a centre of its own.
            var row = number % waiters;
            etags[row] = await store.Write(new StateKey(run, $"{row}"), etags[row], State);
        });
    }

    /// <param name="record">Given the caller's own numbers: number modulo the waiters is the caller.</param>
    private async Task<RecordingCost> Measure(string way, int waiters, Func<int, ValueTask> record)
    {
        await Record(waiters, duration / 4, record);
        GC.Collect();
        var (allocated, processor, began) = (GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime, clock.GetTimestamp());
        var entries = await Record(waiters, duration, record);
        var elapsed = clock.GetElapsedTime(began);
        return new RecordingCost(
            way, waiters, entries / elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - processor) / entries, (GC.GetTotalAllocatedBytes(precise: true) - allocated) / (double)entries);
    }

    private async Task<long> Record(int waiters, TimeSpan time, Func<int, ValueTask> record)
    {
        var began = clock.GetTimestamp();
        var callers = Enumerable.Range(0, waiters).Select(caller => Task.Run(async () =>
        {
            var entries = 0;
            for (; clock.GetElapsedTime(began) < time; entries++) await record(caller + (entries % Centres * waiters));
            return entries;
        }));
        return (await Task.WhenAll(callers)).Sum(entries => (long)entries);
    }
}
