namespace ResultsGrid.LoadTests.Nights.Clients;

/// <summary>The night's time: moments count from the release, below zero before it.</summary>
/// <remarks>
/// Durations come from the clock that nobody can set. Whether an answer came before the release is asked of the wall
/// clock, which the server goes by too: on another machine, that one's clock has to agree.
/// </remarks>
public sealed class NightClock(TimeProvider time, DateTimeOffset release)
{
    private readonly long begun = time.GetTimestamp();
    private readonly TimeSpan begunAt = time.GetUtcNow() - release;

    public DateTimeOffset Release => release;

    public DateTimeOffset Wall => time.GetUtcNow();

    public TimeSpan Now => begunAt + time.GetElapsedTime(begun);

    /// <summary>Waits until a moment; not at all for one that has passed.</summary>
    public async ValueTask Until(TimeSpan moment, CancellationToken cancellation)
    {
        // A timer may fire a little early.
        for (var wait = moment - Now; wait > TimeSpan.Zero; wait = moment - Now)
            await Task.Delay(wait < ShortestWait ? ShortestWait : wait, time, cancellation);
    }

    private static TimeSpan ShortestWait { get; } = TimeSpan.FromMilliseconds(1);
}
