using System.Diagnostics.CodeAnalysis;

namespace ResultsGrid.Gateway.Api.Admission;

/// <summary>Lets so many in at once, a bounded number wait, and serves those who wait by turns: one of each lane, then the next of each.</summary>
/// <remarks>
/// Work-conserving: while nobody waits, one lane may have everything. A lane may wait with a quarter of those for whom there
/// is still room, so that a crowd from one centre never fills the queue against another, nor waits for turns that come too
/// late: they are further apart the more lanes there are.
/// </remarks>
/// <param name="maxInside">How many are let in at once.</param>
/// <param name="maxWaiting">How many wait at most, of all lanes together; one more is refused at once.</param>
/// <param name="maxWait">Whoever waited longer than this is refused when their turn comes: they have given up, or will ask again.</param>
public sealed class FairQueue(int maxInside, int maxWaiting, TimeSpan maxWait, TimeProvider clock)
{
    /// <summary>With 1, at twice the capacity a crowd waited 3 s to be refused, and at three times a tenth of the quiet centres' requests found no room (the drill "overload").</summary>
    private const int RoomForEachInLine = 4;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<Waiter>> lanes = new(StringComparer.Ordinal);
    private readonly Queue<string> turns = new();
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
        var known = lanes.TryGetValue(lane, out var line);
        if ((line?.Count ?? 0) * RoomForEachInLine >= maxWaiting - waiting) return false;
        if (!known)
        {
            lanes[lane] = line = new Queue<Waiter>();
            turns.Enqueue(lane);
        }

        line!.Enqueue(waiter = new Waiter(clock.GetTimestamp()));
        waiting++;
        return true;
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
