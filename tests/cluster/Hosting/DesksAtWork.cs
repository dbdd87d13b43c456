using ResultsGrid.Tests.Hosting.Desk;

namespace ResultsGrid.ClusterTests.Hosting;

/// <summary>Counts the desks that a call is at, which no host may let go of.</summary>
public sealed class DesksAtWork : IIncomingGrainCallFilter
{
    private int atWork;

    public int AtWork => Volatile.Read(ref atWork);

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var isDesk = context.Grain is DeskGrain;
        if (isDesk) Interlocked.Increment(ref atWork);
        try
        {
            await context.Invoke();
        }
        finally
        {
            if (isDesk) Interlocked.Decrement(ref atWork);
        }
    }
}
