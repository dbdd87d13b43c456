namespace ResultsGrid.Gateway.Server;

/// <summary>Brings what follows an await to the thread pool, whichever thread completed what was awaited.</summary>
internal sealed class PoolContext : SynchronizationContext
{
    public static PoolContext Instance { get; } = new();

    public void Run(Action turn) => Queue(static turn => ((Action)turn!)(), turn);

    public override void Post(SendOrPostCallback d, object? state) => Queue(d, state);

    /// <summary>Nobody here waits for another thread.</summary>
    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("Requests are worked on without waiting for threads.");

    public override SynchronizationContext CreateCopy() => this;

    private void Queue(SendOrPostCallback turn, object? state) => ThreadPool.UnsafeQueueUserWorkItem(
        static item =>
        {
            // The pool takes it off the thread again when the item is done.
            SetSynchronizationContext(item.Context);
            item.turn(item.state);
        },
        (Context: this, turn, state),
        preferLocal: false);
}
