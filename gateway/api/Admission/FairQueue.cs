using System.Diagnostics.CodeAnalysis;

namespace ResultsGrid.Gateway.Api.Admission;

/// <summary>Lets so many in at once, a bounded number wait, and serves those who wait by turns: one of each lane, then the next of each.</summary>
/// <remarks>
/// Work-conserving: while nobody waits, one lane may have everything. A lane may wait with as many as would be its share if
/// one more lane came, so that a crowd from one centre never fills the queue against another. How many may wait at all
/// follows from how fast the present ones are served: whoever would wait too long is refused at once, not in the end.
/// </remarks>
/// <param name="maxInside">How many are let in at once.</param>
/// <param name="maxWaiting">How many wait at most, of all lanes together; one more is refused at once.</param>
/// <param name="maxWait">Longer than this nobody waits.</param>
public sealed class FairQueue(int maxInside, int maxWaiting, TimeSpan maxWait, TimeProvider clock)
{
    /// <summary>The newest counts for a sixteenth.</summary>
    private const int PaceMemory = 16;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<Waiter>> lanes = new(StringComparer.Ordinal);
    private readonly Queue<string> turns = new();
    private TimeSpan pace;
    private long lastLeft;
    private bool wasFull;
    private int inside;
    private int waiting;

    public int Inside => Volatile.Read(ref inside);

    public int Waiting => Volatile.Read(ref waiting);

    /// <summary>True once let in: then <see cref="Leave"/> must follow. False: there is no room.</summary>
    public ValueTask<bool> Enter(string lane)
    {
        lock (gate)
        {
            if (inside < maxInside && waiting == 0)
            {
                inside++;
                return new(true);
            }

            return TryWait(lane, out var waiter) ? new(waiter.Answer) : new(false);
        }
    }

    /// <summary>Lets the next one in.</summary>
    public void Leave()
    {
        Waiter? next = null;
        List<Waiter>? late = null;
        lock (gate)
        {
            MeasurePace();
            while (next is null && TryTake(out var first))
            {
                if (clock.GetElapsedTime(first.Since) <= maxWait) next = first;
                else (late ??= []).Add(first);
            }

            if (next is null) inside--;
        }

        next?.Tell(letIn: true);
        foreach (var waiter in late ?? []) waiter.Tell(letIn: false);
    }

    private bool TryWait(string lane, [NotNullWhen(true)] out Waiter? waiter)
    {
        waiter = null;
        var room = Room();
        var known = lanes.TryGetValue(lane, out var line);
        var share = room / (lanes.Count + (known ? 1 : 2));
        if (waiting >= room || (line?.Count ?? 0) >= Math.Max(1, share)) return false;
        if (!known)
        {
            lanes[lane] = line = new Queue<Waiter>();
            turns.Enqueue(lane);
        }

        line!.Enqueue(waiter = new Waiter(clock.GetTimestamp()));
        waiting++;
        return true;
    }

    /// <summary>How many can be served within the longest wait, at the pace of late.</summary>
    private int Room() => pace > TimeSpan.Zero ? (int)Math.Clamp(maxWait / pace, 1, maxWaiting) : maxWaiting;

    /// <summary>Between two that leave while others wait there is nothing but work.</summary>
    private void MeasurePace()
    {
        var now = clock.GetTimestamp();
        if (wasFull) pace += (clock.GetElapsedTime(lastLeft, now) - pace) / PaceMemory;
        (lastLeft, wasFull) = (now, waiting > 0);
    }

    private bool TryTake([NotNullWhen(true)] out Waiter? waiter)
    {
        waiter = null;
        if (!turns.TryDequeue(out var lane)) return false;
        waiter = lanes[lane].Dequeue();
        waiting--;
        if (lanes[lane].Count > 0) turns.Enqueue(lane);
        else lanes.Remove(lane);
        return true;
    }

    private sealed class Waiter(long since)
    {
        private readonly TaskCompletionSource<bool> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public long Since => since;

        public Task<bool> Answer => answer.Task;

        public void Tell(bool letIn) => answer.SetResult(letIn);
    }
}
