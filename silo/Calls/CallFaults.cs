using Orleans.Concurrency;
using Orleans.Runtime.Messaging;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Silo.Calls;

/// <summary>Says a failed call of our grains in the words that both hosts have for it, and asks again where a question was lost with a node.</summary>
internal sealed class CallFaults(TimeProvider clock) : IOutgoingGrainCallFilter
{
    private const int MaxTries = 6;

    /// <summary>It doubles: 3.1 s together. By then a killed node was missed, and the grain is asked on another.</summary>
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(100);

    public Task Invoke(IOutgoingGrainCallContext context)
        => OurGrains.Include(context.InterfaceMethod) ? Translate(context) : context.Invoke();

    private async Task Translate(IOutgoingGrainCallContext context)
    {
        try
        {
            await Ask(context);
        }
        catch (LimitExceededException full)
        {
            throw new OverloadedException($"The grain holds as many calls as it may: {context.InterfaceMethod.Name} was not begun.", full);
        }
        catch (GatewayTooBusyException full)
        {
            throw new OverloadedException($"The node takes no more calls: {context.InterfaceMethod.Name} was not begun.", full);
        }
        catch (Exception fault) when (IsLost(fault))
        {
            throw new TimeoutException($"{context.InterfaceMethod.Name} was lost with its node. Whether it was done is unknown.", fault);
        }
    }

    private async Task Ask(IOutgoingGrainCallContext context)
    {
        var wait = FirstWait;
        for (var tries = 1; ; tries++, wait *= 2)
        {
            try
            {
                await context.Invoke();
                return;
            }
            catch (Exception fault) when (IsLost(fault) && tries < MaxTries && context.InterfaceMethod.IsDefined(typeof(ReadOnlyAttribute), inherit: false))
            {
                // What only reads may be asked twice.
                await Task.Delay(wait, clock);
            }
        }
    }

    private static bool IsLost(Exception fault) => fault is OrleansMessageRejectionException or ConnectionFailedException;
}
