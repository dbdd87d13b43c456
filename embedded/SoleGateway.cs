using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Embedded;

/// <summary>The one process hears of every change before whoever made it does.</summary>
internal sealed class SoleGateway : IServingLease
{
    public bool IsHeld => true;

    public ValueTask ShownEverywhere(CancellationToken cancellation) => ValueTask.CompletedTask;
}
