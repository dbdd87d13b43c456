namespace ResultsGrid.Gateway.Work;

/// <summary>Wakes the workers of this process when a job begins here; others find it when they next look.</summary>
public sealed class WorkSignal : IDisposable
{
    private readonly SemaphoreSlim waiting = new(0);

    public void Wake()
    {
        if (waiting.CurrentCount < Environment.ProcessorCount) waiting.Release();
    }

    /// <summary>Returns when woken, or after the time given.</summary>
    public async Task Wait(TimeSpan atMost, TimeProvider clock, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(waiting.WaitAsync(either.Token), Task.Delay(atMost, clock, either.Token));
        await either.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }

    public void Dispose() => waiting.Dispose();
}
