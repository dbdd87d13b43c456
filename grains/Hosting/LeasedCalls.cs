
namespace ResultsGrid.Grains.Hosting;

/// <summary>No call of a grain begins while this node is out of touch: the grain may be active elsewhere too (docs/epochs.md).</summary>
internal sealed class LeasedCalls(IServingLease lease) : IIncomingGrainCallFilter
{
    /// <exception cref="OutOfTouchException">The lease is not held: nothing was begun.</exception>
    public Task Invoke(IIncomingGrainCallContext context)
        => lease.IsHeld || !OurGrains.Include(context.InterfaceMethod)
            ? context.Invoke()
            : throw new OutOfTouchException($"This node is out of touch with the cluster's storage: {context.InterfaceMethod.Name} was not begun.");
}
