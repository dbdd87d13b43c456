using ResultsGrid.Gateway.Health;

namespace ResultsGrid.Gateway.Nodes;

/// <summary>Told to stop, a node first says that it is not ready, and goes on serving until the load balancer has noticed.</summary>
/// <param name="time">From "not ready" to the last new request.</param>
internal sealed class Drain(Readiness readiness, TimeSpan time, TimeProvider clock) : IHostedLifecycleService
{
    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        readiness.WaitingFor = "nothing: this node is leaving";
        return Task.Delay(time, clock, cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
