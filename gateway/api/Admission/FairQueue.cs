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

    /// <summary>How long passes between two that leave, while others wait; null where nothing of late tells.</summary>
    public TimeSpan? Pace
    {
        get
        {
            lock (gate) return PaceOfLate();
        }
    }

    /// <summary>True once let in: then <see cref="Leave"/> must follow. False: there is no room.</summary>
    /// <param name="isExpected">Waits where others are refused, by turns like them. How many may be expected, the caller bounds.</param>
    public ValueTask<bool> Enter(string lane, bool isExpected = false)
    {
        lock (gate)
        {
            if (inside < maxInside && waiting == 0)
            {
                inside++;
                return new(true);
            }

            return isExpected || HasRoom(lane) ? new(Wait(lane)) : new(false);
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

    private bool HasRoom(string lane)
    {
        var room = PaceOfLate() is { } pace ? (int)Math.Clamp(maxWait / pace, 1, maxWaiting) : maxWaiting;
        var line = lanes.GetValueOrDefault(lane);
        // One round serves one of each lane: no new lane is in time where as many have room already.
        if (waiting >= maxWaiting || (line is null && lanes.Count >= room)) return false;
        var share = room / Math.Max(lanesForeseen, lanes.Count + (line is null ? 2 : 1));
        return (line?.Count ?? 0) < Math.Max(1, share);
    }

    private Task<bool> Wait(string lane)
    {
        if (!lanes.TryGetValue(lane, out var line))
        {
            lanes[lane] = line = new Queue<Waiter>();
            turns.Enqueue(lane);
        }

        var waiter = new Waiter(clock.GetTimestamp());
        line.Enqueue(waiter);
        waiting++;
        return waiter.Answer;
    }

    private TimeSpan? PaceOfLate()
    {
        var since = clock.GetElapsedTime(lastLeft);
        // The end of one rush says nothing about the next. And while others wait and nobody leaves, that is a pace too.
        if (!wasFull && since > paceMemory) return null;
        var time = leaving + (wasFull ? since : TimeSpan.Zero);
        return time > paceMemory / 2 ? time / Math.Max(left, 1) : null;
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
