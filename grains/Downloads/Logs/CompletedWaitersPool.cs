namespace ResultsGrid.Grains.Downloads.Logs;

/// <summary>Tells the waiters of a group: the first on the calling thread, a large group's others in a few parts on the thread pool.</summary>
internal sealed class CompletedWaitersPool
{
    /// <summary>Of 20 KB and without TLS answered in half a millisecond: fewer are not worth waking a thread.</summary>
    private const int MinPart = 64;

    private readonly Stack<CompletedWaiters> free = [];

    public void Complete(ReadOnlySpan<DurableWaiter> waiters, Exception? fault)
    {
        var parts = Math.Clamp(waiters.Length / MinPart, 1, Environment.ProcessorCount);
        for (var part = 1; part < parts; part++)
        {
            var completed = Rent();
            completed.Take(waiters[(waiters.Length * part / parts)..(waiters.Length * (part + 1) / parts)], fault);
            ThreadPool.UnsafeQueueUserWorkItem(completed, preferLocal: false);
        }

        LedgerThreads.Answer(waiters[..(waiters.Length / parts)], fault);
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
