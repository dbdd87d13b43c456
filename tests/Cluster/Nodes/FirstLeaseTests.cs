using ResultsGrid.Gateway.Leases;
using ResultsGrid.Gateway.Snapshots;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Tests.Clock;
using ResultsGrid.Tests.Hosting;
using ResultsGrid.Tests.Leases;

namespace ResultsGrid.Tests.Cluster.Nodes;

/// <summary>A node's start waits for its right to answer.</summary>
public sealed class FirstLeaseTests
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly FakeClock clock = new();
    private readonly FakeLease lease = new() { IsHeld = false };

    [Fact]
    public async Task A_node_goes_on_with_its_start_when_it_has_its_lease()
    {
        var starting = Start();
        clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(starting.IsCompleted);
        lease.IsHeld = true;
        clock.Advance(Look);
        await starting.WaitAsync(Gates.Patience);
    }

    [Fact]
    public async Task A_node_whose_storage_gives_it_no_lease_for_half_a_minute_does_not_start()
    {
        var starting = Start();
        clock.Advance(TimeSpan.FromSeconds(30) + Look);
        var fault = await Assert.ThrowsAsync<IOException>(() => starting.WaitAsync(Gates.Patience));
        Assert.Contains("could not be read for 30 s", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_told_to_stop_while_it_waits_stops()
    {
        using var stop = new CancellationTokenSource();
        var starting = Start(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => starting.WaitAsync(Gates.Patience));
    }

    private Task Start(CancellationToken stop = default) => new FirstLease(lease, new ServedState(null!, new StateListeners(), lease, clock), clock).StartAsync(stop);
}
