using ResultsGrid.Gateway.Snapshots;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Gateway.Leases;

/// <summary>Holds the node's start up until it may answer, with those who listen to changes there before the first one.</summary>
public sealed class FirstLease(IServingLease lease, ServedState served, TimeProvider clock) : IHostedService
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>A storage that takes longer for a first look is out of order.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <exception cref="IOException">The epoch log could not be read.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(served);
        var began = clock.GetTimestamp();
        using var look = new PeriodicTimer(Look, clock);
        while (!lease.IsHeld)
        {
            if (clock.GetElapsedTime(began) > Patience)
                throw new IOException($"the epoch log in the documents' storage could not be read for {Patience.TotalSeconds:0} s; the log above says why.");
            await look.WaitForNextTickAsync(cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
