using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Embedded.State;

/// <summary>The one thread that writes: it takes what waits and commits it as a group.</summary>
internal sealed class StateWriter : IDisposable
{
    /// <summary>Past this a write is refused at once: a disk this far behind needs fewer callers, not a longer queue.</summary>
    private const int MaxWaiting = 10_000;

    /// <summary>Past this a group gains no speed (10, 100, 1,000 a commit: 20k, 29k, 31k rows/s) and its writers only wait longer.</summary>
    private const int MaxGroup = 1_000;

    private const int MaxGroupBytes = 32 * 1024 * 1024;

    private readonly BlockingCollection<PendingWrite> waiting = new(MaxWaiting);
    private readonly List<PendingWrite> group = new(MaxGroup);
    private readonly string path;
    private readonly Thread thread;
    private StateWriteConnection? connection;

    public StateWriter(string path)
    {
        this.path = path;
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
        foreach (var first in waiting.GetConsumingEnumerable())
        {
            Gather(first);
            try
            {
                connection ??= new(path);
                connection.Commit(group);
            }
            catch (SqliteException fault)
            {
                // Closing rolls back whatever was open; the next group starts from what the file really holds.
                connection?.Dispose();
                connection = null;
                foreach (var write in group) write.Failed(fault);
                continue;
            }

            foreach (var write in group) write.Committed();
        }

        connection?.Dispose();
    }

    private void Gather(PendingWrite first)
    {
        group.Clear();
        group.Add(first);
        var bytes = first.Json?.Length ?? 0;
        while (group.Count < MaxGroup && bytes < MaxGroupBytes && waiting.TryTake(out var next))
        {
            group.Add(next);
            bytes += next.Json?.Length ?? 0;
        }
    }
}
