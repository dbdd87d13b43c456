using ResultsGrid.Grains.Series;

namespace ResultsGrid.Grains.Work;

/// <summary>Renews a claim while its worker is busy, however long an item takes.</summary>
public sealed class ClaimRenewal : IDisposable
{
    private static readonly TimeSpan Interval = WorkState.ClaimLife / 3;

    /// <summary>An item that takes over half an hour hangs: its claim may run out and another worker try.</summary>
    private const int MaxRenewals = 90;

    private readonly ISeriesGrain series;
    private readonly int claim;
    private readonly ITimer timer;
    private int renewals;

    public ClaimRenewal(ISeriesGrain series, int claim, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        (this.series, this.claim) = (series, claim);
        timer = clock.CreateTimer(_ => _ = Renew(), null, Interval, Interval);
    }

    public void Dispose() => timer.Dispose();

    private async Task Renew()
    {
        if (Interlocked.Increment(ref renewals) > MaxRenewals) return;
        try
        {
            await series.Renew(claim);
        }
        catch (Exception)
        {
            // The next renewal comes well before the claim runs out; a lost claim costs the work twice and no more.
        }
    }
}
