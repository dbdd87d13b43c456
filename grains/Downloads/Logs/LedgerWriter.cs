using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Downloads.Logs;

/// <summary>Writes the ledger in groups: what comes during one flush is the next group.</summary>
/// <remarks>Two threads take turns: while one answers those who waited for its group, the other gathers and flushes the next.</remarks>
public sealed class LedgerWriter : IDisposable
{
    private const string Part = "The download ledger";
    private const int Threads = 2;

    /// <summary>While writes fail, a thread with nothing to write tries this often: readiness sends no requests that would.</summary>
    private static readonly TimeSpan ProbeInterval = TimeSpan.FromSeconds(2);

    private readonly object gate = new();
    private readonly WaiterPool waiters = new();
    private readonly CompletedWaitersPool completed = new();
    private readonly ILedgerEnd end;
    private readonly UnfoldedDownloads unfolded;
    private readonly StorageHealth health;
    private readonly Thread[] threads;
    private EntryGroup filling = new();
    private bool isTaken;
    private bool isFailing;
    private bool closed;
    private volatile string? halted;

    /// <param name="unfolded">Gets every entry before its waiter hears that it is durable.</param>
    public LedgerWriter(ILedgerEnd end, UnfoldedDownloads unfolded, StorageHealth health)
    {
        (this.end, this.unfolded, this.health) = (end, unfolded, health);
        threads = [.. Enumerable.Range(1, Threads).Select(number => new Thread(Run) { Name = $"ledger writer {number}", IsBackground = true })];
        foreach (var thread in threads) thread.Start();
    }

    /// <summary>Completes when the entry is durable; what waits then runs on a thread that should soon flush again.</summary>
    public ValueTask Add(in Download download)
    {
        if (halted is { } reason) throw new StorageUnavailableException($"The download was not recorded: {reason}");
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, this);
            if (filling.IsFull) throw new OverloadedException($"{filling.Count} downloads wait to be durable, the bound: this one was not recorded.");
            var waiter = waiters.Rent();
            filling.Add(download, waiter);
            waiter.Download = download;
            if (!isTaken && filling.Count == 1) Monitor.Pulse(gate);
            return waiter.Durable;
        }
    }

    /// <summary>Writes what was accepted, and ends.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
            Monitor.PulseAll(gate);
        }

        // Whoever waited for an entry may be the one who closes: on one of these threads.
        foreach (var thread in threads.Where(thread => thread != Thread.CurrentThread)) thread.Join();
    }

    private void Run()
    {
        var group = new EntryGroup();
        while (TakeTurn(ref group, out var fault))
        {
            completed.Complete(group.Waiters, fault);
            group.Clear();
        }
    }

    /// <summary>Makes the next group durable, or finds why it is not. False: the ledger is closed.</summary>
    private bool TakeTurn(ref EntryGroup group, out Exception? fault)
    {
        fault = null;
        if (!Next(ref group)) return false;
        try
        {
            fault = halted is { } reason ? new StorageUnavailableException($"The download was not recorded: {reason}") : Write(group);
        }
        finally
        {
            PassTurn();
        }

        return true;
    }

    /// <summary>Waits for the turn and for entries, or while writes fail for the moment to try again with none. False: the ledger is closed.</summary>
    private bool Next(ref EntryGroup group)
    {
        lock (gate)
        {
            while (isTaken || filling.Count == 0)
            {
                if (closed && !isTaken) return false;
                if (isTaken || !isFailing || halted is not null) Monitor.Wait(gate);
                else if (!Monitor.Wait(gate, ProbeInterval) && !isTaken) break;
            }

            isTaken = true;
            (filling, group) = (group, filling);
            return true;
        }
    }

    /// <summary>Not by a lock that is held while the disk works: whoever waits for one tries again and again before it sleeps.</summary>
    private void PassTurn()
    {
        lock (gate)
        {
            isTaken = false;
            if (filling.Count > 0 || closed) Monitor.Pulse(gate);
        }
    }

    private StorageUnavailableException? Write(EntryGroup group)
    {
        try
        {
            end.Append(group.Block, group.Count, group.Bytes);
            // Counted back: an end may find before this group one whose outcome it did not know.
            var sequence = end.Last - group.Count;
            foreach (var waiter in group.Waiters) unfolded.Add(++sequence, waiter.Download);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Report(fault);
            return new StorageUnavailableException($"Whether the download was recorded is not known: {fault.Message}", fault);
        }

        if (isFailing) health.Recover(Part);
        isFailing = false;
        return null;
    }

    private void Report(Exception fault)
    {
        isFailing = true;
        if (fault is LogEndedException)
        {
            halted = fault.Message;
            health.Fail(Part, $"Downloads are refused: {halted}");
        }
        else
        {
            health.Fail(Part, $"The download ledger takes no entries ({fault.Message}). {end.Remedy}; it is tried again every {ProbeInterval.TotalSeconds} s.");
        }
    }
}
