namespace ResultsGrid.Grains.Hosting;

/// <summary>This process's right to answer from what it keeps in memory.</summary>
public interface IServingLease
{
    /// <summary>True while this process knows that it has heard of every change that somebody was told is done.</summary>
    bool IsHeld { get; }

    /// <summary>Completes when whatever was written before this call is seen by every gateway that still answers.</summary>
    ValueTask ShownEverywhere(CancellationToken cancellation);
}
