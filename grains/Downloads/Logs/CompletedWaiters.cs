namespace ResultsGrid.Grains.Downloads.Logs;

/// <summary>A part of a group whose outcome is known, on its way through the thread pool.</summary>
internal sealed class CompletedWaiters(CompletedWaitersPool pool) : IThreadPoolWorkItem
{
    private DurableWaiter[] waiters = [];
    private int count;
    private Exception? fault;

    public void Take(ReadOnlySpan<DurableWaiter> part, Exception? why)
    {
        if (waiters.Length < part.Length) waiters = new DurableWaiter[part.Length];
        part.CopyTo(waiters);
        (count, fault) = (part.Length, why);
    }

    public void Execute()
    {
        for (var number = 0; number < count; number++) waiters[number].Complete(fault);
        Array.Clear(waiters, 0, count);
        fault = null;
        pool.Return(this);
    }
}
