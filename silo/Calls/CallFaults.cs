using Orleans.Runtime.Messaging;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Silo.Calls;

/// <summary>Says a failed call of our grains in the words that both hosts have for it.</summary>
internal sealed class CallFaults : IOutgoingGrainCallFilter
{
    public Task Invoke(IOutgoingGrainCallContext context)
        => OurGrains.Include(context.InterfaceMethod) ? Translate(context) : context.Invoke();

    private static async Task Translate(IOutgoingGrainCallContext context)
    {
        try
        {
            await context.Invoke();
        }
        catch (LimitExceededException full)
        {
            throw new OverloadedException($"The grain holds as many calls as it may: {context.InterfaceMethod.Name} was not begun.", full);
        }
        catch (GatewayTooBusyException full)
        {
            throw new OverloadedException($"The node takes no more calls: {context.InterfaceMethod.Name} was not begun.", full);
        }
        catch (Exception lost) when (lost is OrleansMessageRejectionException or ConnectionFailedException)
        {
            throw new TimeoutException($"{context.InterfaceMethod.Name} was lost with its node. Whether it was done is unknown.", lost);
        }
    }
}
