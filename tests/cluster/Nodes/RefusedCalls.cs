using ResultsGrid.Silo.Leases;

namespace ResultsGrid.ClusterTests.Nodes;

/// <summary>Tells when this node has refused a call because it is out of touch.</summary>
public sealed class RefusedCalls : IIncomingGrainCallFilter
{
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes with the first.</summary>
    public Task First => first.Task;

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            await context.Invoke();
        }
        catch (OutOfTouchException)
        {
            first.TrySetResult();
            throw;
        }
    }
}
