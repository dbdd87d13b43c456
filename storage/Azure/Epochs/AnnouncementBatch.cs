namespace ResultsGrid.Storage.Azure.Epochs;

/// <summary>What goes into the log by one write, and those who wait for it.</summary>
internal sealed class AnnouncementBatch
{
    private readonly TaskCompletionSource written = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HashSet<Announcement> announcements = [];

    public IReadOnlyCollection<Announcement> Announcements => announcements;

    /// <summary>More than the log holds: every reader drops everything, so it need not be known which.</summary>
    public long Unnamed { get; private set; }

    public bool IsEmpty => announcements.Count == 0 && Unnamed == 0;

    public Task Written => written.Task;

    public void Add(Announcement announcement)
    {
        if (announcements.Count < EpochRecord.MaxAnnouncements) announcements.Add(announcement);
        else if (!announcements.Contains(announcement)) Unnamed++;
    }

    public void Add(AnnouncementBatch other)
    {
        foreach (var announcement in other.announcements) Add(announcement);
        Unnamed += other.Unnamed;
    }

    public void Done() => written.SetResult();

    public void Fail(Exception fault)
    {
        written.SetException(fault);
        // Nobody need wait for a batch of keys that failed before.
        _ = written.Task.Exception;
    }
}
