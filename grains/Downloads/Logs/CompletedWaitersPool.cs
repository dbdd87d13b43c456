namespace ResultsGrid.Grains.Downloads.Logs;

/// <summary>Hands the waiters of a group to the thread pool in a few parts, and keeps the parts' memory.</summary>
internal sealed class CompletedWaitersPool
{
    /// <summary>Fewer are not worth a second processor's waking.</summary>
    private const int MinPart = 16;

    private readonly Stack<CompletedWaiters> free = [];

    public void Complete(ReadOnlySpan<DurableWaiter> waiters, Exception? fault)
    {
        var parts = Math.Clamp(waiters.Length / MinPart, 1, Environment.ProcessorCount);
        for (var part = 0; part < parts; part++)
        {
            var completed = Rent();
            completed.Take(waiters[(waiters.Length * part / parts)..(waiters.Length * (part + 1) / parts)], fault);
            ThreadPool.UnsafeQueueUserWorkItem(completed, preferLocal: false);
        }
    }

    public void Return(CompletedWaiters completed)
    {
        lock (free) free.Push(completed);
    }

    private CompletedWaiters Rent()
    {
        lock (free) return free.TryPop(out var completed) ? completed : new CompletedWaiters(this);
    }
}
