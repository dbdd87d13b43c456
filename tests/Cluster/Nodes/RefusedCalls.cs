using ResultsGrid.Grains.Hosting;
namespace ResultsGrid.Tests.Cluster.Nodes;

/// <summary>Tells when this node has refused a call because it is out of touch.</summary>
public sealed class RefusedCalls : IIncomingGrainCallFilter
{
    private volatile TaskCompletionSource next = New();

    /// <summary>Completes with the next one.</summary>
    public Task Next()
    {
        next = New();
        return next.Task;
    }

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            await context.Invoke();
        }
        catch (OutOfTouchException)
        {
            next.TrySetResult();
            throw;
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
