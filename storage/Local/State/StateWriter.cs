using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Storage.Local.State;

/// <summary>The one thread that writes: it takes what waits and commits it as a group.</summary>
internal sealed class StateWriter : IDisposable
{
    /// <summary>Past this a write is refused at once: a disk this far behind needs fewer callers, not a longer queue.</summary>
    private const int MaxWaiting = 10_000;

    /// <summary>Past this a group gains no speed (10, 100, 1,000 a commit: 20k, 29k, 31k rows/s) and its writers only wait longer.</summary>
    private const int MaxGroup = 1_000;

    private const int MaxGroupBytes = 32 * 1024 * 1024;

    private const string Part = "The state file";

    /// <summary>While writes fail, the disk is tried this often: readiness sends no requests that would.</summary>
    private static readonly TimeSpan ProbeInterval = TimeSpan.FromSeconds(2);

    private readonly BlockingCollection<PendingWrite> waiting = new(MaxWaiting);
    private readonly List<PendingWrite> group = new(MaxGroup);
    private readonly string path;
    private readonly StorageHealth health;
    private readonly Thread thread;
    private StateWriteConnection? connection;
    private bool isFailing;
    private string? halted;

    public StateWriter(string path, StorageHealth health)
    {
        (this.path, this.health) = (path, health);
        thread = new Thread(Run) { Name = "state writer", IsBackground = true };
        thread.Start();
    }

    /// <exception cref="OverloadedException">Too many writes wait.</exception>
    /// <exception cref="ObjectDisposedException">The store is closed.</exception>
    public void Add(PendingWrite write)
    {
        try
        {
            if (!waiting.TryAdd(write)) throw new OverloadedException($"{MaxWaiting} writes wait for the disk, the bound: the {write.Key} was not written.");
        }
        catch (InvalidOperationException)
        {
            throw new ObjectDisposedException(nameof(SqliteStateStore));
        }
    }

    /// <summary>Lets the thread write what was accepted, and waits for it.</summary>
    public void Dispose()
    {
        waiting.CompleteAdding();
        thread.Join();
        waiting.Dispose();
    }

    private void Run()
    {
        while (Next(out var first))
        {
            group.Clear();
            if (first is not null) Gather(first);
            if (halted is { } reason)
            {
                foreach (var write in group) write.Refused(reason);
                continue;
            }

            try
            {
                connection ??= new(path);
                if (first is null) connection.Probe();
                else connection.Commit(group);
            }
            catch (SqliteException fault)
            {
                // Closing rolls back whatever was open; the next group starts from what the file really holds.
                connection?.Dispose();
                connection = null;
                Report(fault);
                foreach (var write in group) write.Failed(fault);
                continue;
            }

            if (isFailing) health.Recover(Part);
            isFailing = false;
            foreach (var write in group) write.Committed();
        }

        connection?.Dispose();
    }

    /// <summary>Waits for a write, or while writes fail for the moment to try again, which is null. False: the store is closed.</summary>
    private bool Next(out PendingWrite? first)
    {
        if (waiting.TryTake(out first, isFailing && halted is null ? ProbeInterval : Timeout.InfiniteTimeSpan)) return true;
        return !waiting.IsCompleted;
    }

    private void Report(SqliteException fault)
    {
        isFailing = true;
        if (IsBeyondBelief(fault))
        {
            halted = $"{path} could not be flushed to the disk ({fault.Message}), so nothing more is written before a restart. Look at the disk first: docs/operations.md, \"A failing disk\".";
            health.Fail(Part, halted);
        }
        else
        {
            health.Fail(Part, $"{path} takes no writes ({fault.Message}). Make room or mend the disk; it is tried again every {ProbeInterval.TotalSeconds} s.");
        }
    }

    /// <summary>
    /// After a failed flush the system may have dropped the pages and forgotten the fault: a flush that succeeds later
    /// proves nothing of what was written before it. The same for a file found damaged.
    /// </summary>
    private static bool IsBeyondBelief(SqliteException fault)
        => fault.SqliteExtendedErrorCode is SQLitePCL.raw.SQLITE_IOERR_FSYNC or SQLitePCL.raw.SQLITE_IOERR_DIR_FSYNC
            || fault.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB;

    private void Gather(PendingWrite first)
    {
        group.Add(first);
        var bytes = first.Json?.Length ?? 0;
        while (group.Count < MaxGroup && bytes < MaxGroupBytes && waiting.TryTake(out var next))
        {
            group.Add(next);
            bytes += next.Json?.Length ?? 0;
        }
    }
}
