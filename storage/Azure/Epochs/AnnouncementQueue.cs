using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Storage.Azure.Epochs;

/// <summary>Announcements on their way to the log: what comes while one write is under way goes into the next.</summary>
internal sealed class AnnouncementQueue
{
    private readonly Lock gate = new();
    private AnnouncementBatch next = new();
    private TaskCompletionSource? wanted;
    private bool closed;

    /// <summary>Completes when it stands in the log.</summary>
    public Task Add(Announcement announcement)
    {
        lock (gate)
        {
            if (closed) return Task.FromException(new StorageUnavailableException("This node is stopping; nothing is announced any more."));
            next.Add(announcement);
            wanted?.TrySetResult();
            return next.Written;
        }
    }

    /// <summary>All that waits, as soon as something does.</summary>
    public async Task<AnnouncementBatch> Take(CancellationToken cancellation)
    {
        while (true)
        {
            Task some;
            lock (gate)
            {
                if (!next.IsEmpty)
                {
                    var batch = next;
                    next = new AnnouncementBatch();
                    return batch;
                }

                wanted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                some = wanted.Task;
            }

            await some.WaitAsync(cancellation);
        }
    }

    /// <summary>Tells those who wait that it failed, and keeps what they announced for the next write.</summary>
    public void Return(AnnouncementBatch failed, Exception fault)
    {
        lock (gate) next.Add(failed);
        failed.Fail(new StorageUnavailableException("A change could not be announced to the other gateways.", fault));
    }

    /// <summary>Nobody writes any more.</summary>
    public void Close()
    {
        lock (gate)
        {
            closed = true;
            next.Fail(new StorageUnavailableException("This node stopped before a change was announced to the other gateways."));
        }
    }
}
