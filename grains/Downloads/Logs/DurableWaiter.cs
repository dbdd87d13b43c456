using System.Threading.Tasks.Sources;

namespace ResultsGrid.Grains.Downloads.Logs;

/// <summary>Who waits for an entry to be durable; used again and again.</summary>
internal sealed class DurableWaiter(WaiterPool pool) : IValueTaskSource
{
    private ManualResetValueTaskSourceCore<bool> outcome;

    /// <summary>The next free one, while this one is in the pool.</summary>
    public DurableWaiter? Next { get; set; }

    public Download Download { get; set; }

    public ValueTask Durable => new(this, outcome.Version);

    /// <summary>Runs what waits on this thread.</summary>
    public void Complete(Exception? fault)
    {
        if (fault is null) outcome.SetResult(true);
        else outcome.SetException(fault);
    }

    public void GetResult(short token)
    {
        try
        {
            outcome.GetResult(token);
        }
        finally
        {
            outcome.Reset();
            Download = default;
            pool.Return(this);
        }
    }

    public ValueTaskSourceStatus GetStatus(short token) => outcome.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
        => outcome.OnCompleted(continuation, state, token, flags);
}
