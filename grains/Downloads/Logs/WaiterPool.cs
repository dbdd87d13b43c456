namespace ResultsGrid.Grains.Downloads.Logs;

/// <summary>Waiters that nobody uses; never more than there were at once.</summary>
internal sealed class WaiterPool
{
    private readonly Lock gate = new();
    private DurableWaiter? free;

    public DurableWaiter Rent()
    {
        lock (gate)
        {
            if (free is not { } waiter) return new DurableWaiter(this);
            (free, waiter.Next) = (waiter.Next, null);
            return waiter;
        }
    }

    public void Return(DurableWaiter waiter)
    {
        lock (gate) (waiter.Next, free) = (free, waiter);
    }
}
