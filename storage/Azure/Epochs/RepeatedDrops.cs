namespace ResultsGrid.Storage.Azure.Epochs;

/// <summary>Announced states whose snapshots are to be dropped once more, when no second activation can have been read any more.</summary>
internal sealed class RepeatedDrops
{
    private readonly Queue<(long Due, IReadOnlyList<Announcement>? Announcements)> waiting = new();
    private long nextDue = long.MaxValue;

    /// <summary>Timestamp; never, if nothing waits. May be read without the lock that the rest needs.</summary>
    public long NextDue => Volatile.Read(ref nextDue);

    /// <param name="announcements">Null for all states.</param>
    public void Add(long due, IReadOnlyList<Announcement>? announcements)
    {
        waiting.Enqueue((due, announcements));
        Volatile.Write(ref nextDue, waiting.Peek().Due);
    }

    public void RunUntil(long now, Action<IReadOnlyList<Announcement>?> drop)
    {
        while (waiting.TryPeek(out var first) && first.Due <= now)
        {
            drop(first.Announcements);
            waiting.Dequeue();
        }

        // Last: until then nobody may take it for done.
        Volatile.Write(ref nextDue, waiting.TryPeek(out var next) ? next.Due : long.MaxValue);
    }
}
