using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Tests.Leases;

/// <summary>A lease that a test gives, takes, and lets changes be shown by.</summary>
internal sealed class FakeLease : IServingLease
{
    private readonly Lock gate = new();
    private TaskCompletionSource asked = New();
    private TaskCompletionSource? shown;

    public bool IsHeld { get; set; } = true;

    /// <summary>Somebody waits for a change to be shown everywhere.</summary>
    public Task Asked
    {
        get
        {
            lock (gate) return asked.Task;
        }
    }

    /// <summary>From now on whoever changes something waits for <see cref="Show"/>.</summary>
    public void Hold()
    {
        lock (gate) (asked, shown) = (New(), New());
    }

    public void Show()
    {
        lock (gate) shown?.TrySetResult();
    }

    public ValueTask ShownEverywhere(CancellationToken cancellation)
    {
        lock (gate)
        {
            asked.TrySetResult();
            return shown is null ? ValueTask.CompletedTask : new(shown.Task.WaitAsync(cancellation));
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
