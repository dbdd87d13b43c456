using System.Diagnostics.CodeAnalysis;

namespace ResultsGrid.Gateway.Admission;

/// <summary>Lets so many in at once, a bounded number wait, and serves those who wait by turns: one of each lane, then the next of each.</summary>
/// <remarks>
/// Work-conserving: while nobody waits, one lane may have everything. How many are served in time follows from how fast the
/// present ones are, and a lane may wait with as many as would be its share of these if one more lane came, so that a crowd
/// from one centre never fills the queue against another: whoever would wait too long by what is known then is refused at once.
/// Only whom later lanes push back, more than were foreseen, waits longer, and may be refused in the end.
/// </remarks>
/// <param name="maxInside">How many are let in at once.</param>
/// <param name="maxWaiting">How many wait at most, of all lanes together; one more is refused at once, unless expected.</param>
/// <param name="maxWait">Who would wait longer is refused at once. Who is pushed back is refused after twice that, when the next place is free.</param>
/// <param name="lanesForeseen">A lane's share is as small as if there were at least so many: what it had beyond that would be pushed back once the others come.</param>
public sealed class FairQueue(int maxInside, int maxWaiting, TimeSpan maxWait, int lanesForeseen, TimeProvider clock)
{
    private readonly TimeSpan longestWait = 2 * maxWait;

    /// <summary>Long enough that one pause of the process makes nobody's wait look hopeless.</summary>
    private readonly TimeSpan paceMemory = maxWait / 5;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Lane> lanes = new(StringComparer.Ordinal);
    private readonly LinkedList<Lane> turns = new();
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
    /// <param name="patience">Whose end is the end of waiting: refused at once then.</param>
    public ValueTask<bool> Enter(string lane, bool isExpected = false, CancellationToken patience = default)
    {
        Waiter waiter;
        lock (gate)
        {
            if (inside < maxInside && waiting == 0)
            {
                inside++;
                return new(true);
            }

            if (!isExpected && !HasRoom(lane)) return new(false);
            waiter = Wait(lane);
        }

        if (patience.CanBeCanceled) waiter.GivesUp = WhenItEnds(waiter, patience);
        return new(waiter.Answer);
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

            if (next is null) (inside, wasFull) = (inside - 1, false);
        }

        next?.Tell(letIn: true);
        foreach (var waiter in late ?? []) waiter.Tell(letIn: false);
    }

    private bool HasRoom(string name)
    {
        // As many as can be served before anybody has waited too long.
        var room = PaceOfLate() is { } pace ? (int)Math.Clamp(maxWait / pace, 1, maxWaiting) : maxWaiting;
        var lane = lanes.GetValueOrDefault(name);
        // One round serves one of each lane: no new lane is in time where as many have room already.
        if (waiting >= maxWaiting || (lane is null && lanes.Count >= room)) return false;
        var share = room / Math.Max(lanesForeseen, lanes.Count + (lane is null ? 2 : 1));
        return (lane?.Line.Count ?? 0) < Math.Max(1, share);
    }

    private Waiter Wait(string name)
    {
        if (!lanes.TryGetValue(name, out var lane))
        {
            lanes[name] = lane = new Lane(name);
            turns.AddLast(lane.Turn);
        }

        var waiter = new Waiter(lane, clock.GetTimestamp());
        lane.Line.AddLast(waiter.Place);
        waiting++;
        return waiter;
    }

    /// <summary>Apart, since what it captures would be made for those too who don't wait.</summary>
    private CancellationTokenRegistration WhenItEnds(Waiter waiter, CancellationToken patience) => patience.UnsafeRegister(_ => GiveUp(waiter), null);

    private void GiveUp(Waiter waiter)
    {
        lock (gate)
        {
            if (waiter.Place.List is null) return;
            Remove(waiter);
        }

        waiter.Tell(letIn: false);
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
        waiter = turns.First?.Value.Line.First?.Value;
        if (waiter is null) return false;
        turns.RemoveFirst();
        turns.AddLast(waiter.Lane.Turn);
        Remove(waiter);
        return true;
    }

    /// <summary>No lane is kept in which nobody waits.</summary>
    private void Remove(Waiter waiter)
    {
        var lane = waiter.Lane;
        lane.Line.Remove(waiter.Place);
        waiting--;
        if (lane.Line.Count > 0) return;
        turns.Remove(lane.Turn);
        lanes.Remove(lane.Name);
    }

    private sealed class Lane
    {
        public Lane(string name)
        {
            Name = name;
            Turn = new(this);
        }

        public string Name { get; }

        public LinkedList<Waiter> Line { get; } = new();

        public LinkedListNode<Lane> Turn { get; }
    }

    private sealed class Waiter
    {
        private readonly TaskCompletionSource<bool> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Waiter(Lane lane, long since)
        {
            (Lane, Since) = (lane, since);
            Place = new(this);
        }

        public Lane Lane { get; }

        public long Since { get; }

        public LinkedListNode<Waiter> Place { get; }

        public CancellationTokenRegistration GivesUp { get; set; }

        public Task<bool> Answer => answer.Task;

        public void Tell(bool letIn)
        {
            GivesUp.Unregister();
            answer.SetResult(letIn);
        }
    }
}
