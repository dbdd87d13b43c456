using Orleans.Concurrency;
using Orleans.Runtime.Messaging;

namespace ResultsGrid.Grains.Hosting;

/// <summary>Says a failed call of our grains in the words that the gateway knows, and asks again where a call was not begun, or a question was lost with a node.</summary>
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
        catch (OutOfTouchException apart)
        {
            throw new OverloadedException(apart.Message, apart);
        }
        catch (Exception fault) when (WasTurnedBack(fault))
        {
            throw new OverloadedException($"The grain moved each time it was asked: {context.InterfaceMethod.Name} was not begun.", fault);
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
            catch (Exception fault) when (tries < MaxTries && MayAskAgain(context, fault))
            {
                await Task.Delay(wait, clock);
            }
        }
    }

    /// <summary>What was not begun, and what only reads, may be asked twice.</summary>
    private static bool MayAskAgain(IOutgoingGrainCallContext context, Exception fault)
        => fault is OutOfTouchException || WasTurnedBack(fault) || (IsLost(fault) && context.InterfaceMethod.IsDefined(typeof(ReadOnlyAttribute), inherit: false));

    /// <summary>Orleans handed it on until it gave up: each activation that it came to was leaving. What may have begun fails as a kind of this exception, or as another.</summary>
    private static bool WasTurnedBack(Exception fault) => fault.GetType() == typeof(OrleansMessageRejectionException);

    /// <summary>Also what ends a call whose activation was abandoned before it had begun to serve.</summary>
    private static bool IsLost(Exception fault) => fault is OrleansException or ConnectionFailedException;
}
