using System.Diagnostics.CodeAnalysis;

namespace ResultsGrid.Gateway.Api.Admission;

/// <summary>Lets so many in at once, a bounded number wait, and serves those who wait by turns: one of each lane, then the next of each.</summary>
/// <remarks>
/// Work-conserving: while nobody waits, one lane may have everything. How many are served in time follows from how fast the
/// present ones are, and a lane may wait with as many as would be its share of these if one more lane came, so that a crowd
/// from one centre never fills the queue against another: whoever would wait too long by what is known then is refused at once.
/// Only whom later lanes push back, more than were foreseen, waits longer, and may be refused in the end.
/// </remarks>
/// <param name="maxInside">How many are let in at once.</param>
/// <param name="maxWaiting">How many wait at most, of all lanes together; one more is refused at once.</param>
/// <param name="maxWait">Who would wait longer is refused at once. Who is pushed back is refused after twice that, when the next place is free.</param>
/// <param name="lanesForeseen">A lane's share is as small as if there were at least so many: what it had beyond that would be pushed back once the others come.</param>
public sealed class FairQueue(int maxInside, int maxWaiting, TimeSpan maxWait, int lanesForeseen, TimeProvider clock)
{
    private readonly TimeSpan longestWait = 2 * maxWait;

    /// <summary>Long enough that one pause of the process makes nobody's wait look hopeless.</summary>
    private readonly TimeSpan paceMemory = maxWait / 5;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<Waiter>> lanes = new(StringComparer.Ordinal);
    private readonly Queue<string> turns = new();
    // Of late, while others waited: how many left, and in what time. Older ones count for less and less.
    private double left;
    private TimeSpan leaving;
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
                if (clock.GetElapsedTime(first.Since) <= longestWait) next = first;
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
        // One round serves one of each lane: no new lane is in time where as many have room already.
        if (waiting >= maxWaiting || (!known && lanes.Count >= room)) return false;
        var share = room / Math.Max(lanesForeseen, lanes.Count + (known ? 1 : 2));
        if ((line?.Count ?? 0) >= Math.Max(1, share)) return false;
        if (!known)
        {
            lanes[lane] = line = new Queue<Waiter>();
            turns.Enqueue(lane);
        }

        line!.Enqueue(waiter = new Waiter(clock.GetTimestamp()));
        waiting++;
        return true;
    }

    /// <summary>How many can be served before anybody has waited too long, at the pace of late.</summary>
    private int Room()
    {
        var since = clock.GetElapsedTime(lastLeft);
        // The end of one rush says nothing about the next. And while others wait and nobody leaves, that is a pace too.
        if (!wasFull && since > paceMemory) return maxWaiting;
        var time = leaving + (wasFull ? since : TimeSpan.Zero);
        return time > paceMemory / 2 ? (int)Math.Clamp(left * (maxWait / time), 1, maxWaiting) : maxWaiting;
    }

    /// <summary>Between two that leave while others wait there is nothing but work.</summary>
    private void MeasurePace()
    {
        var now = clock.GetTimestamp();
        var since = clock.GetElapsedTime(lastLeft, now);
        var fading = Math.Exp(-(since / paceMemory));
        (left, leaving) = (left * fading, leaving * fading);
        if (wasFull) (left, leaving) = (left + 1, leaving + since);
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
