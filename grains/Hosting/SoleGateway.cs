namespace ResultsGrid.Grains.Hosting;

/// <summary>The lease where there is one process: it hears of every change before whoever made it does.</summary>
public sealed class SoleGateway : IServingLease
{
    public bool IsHeld => true;

    public ValueTask ShownEverywhere(CancellationToken cancellation) => ValueTask.CompletedTask;
}
