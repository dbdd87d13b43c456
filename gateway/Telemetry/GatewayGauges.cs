using System.Diagnostics.Metrics;
using ResultsGrid.Gateway.Admission;
using ResultsGrid.Gateway.Documents;
using ResultsGrid.Gateway.Health;
using ResultsGrid.Gateway.Release;
using ResultsGrid.Gateway.SignIn;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Gateway.Telemetry;

/// <summary>What can be read of the gateway at any moment: looked up when somebody collects, and at no other time.</summary>
public sealed class GatewayGauges(
    IMeterFactory meters, Ingress ingress, PasswordLane passwords, CheckedDocuments documents, IServingLease lease, ReleaseClock clock, Readiness readiness) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var meter = meters.Create(GatewayMeter.Name);
        meter.CreateObservableUpDownCounter("resultsgrid.requests.inside", () => ingress.Inside, "{request}", "Requests worked on now.");
        meter.CreateObservableUpDownCounter("resultsgrid.requests.waiting", () => ingress.Waiting, "{request}", "Requests that wait for room.");
        meter.CreateObservableGauge("resultsgrid.sign_ins.backlog", () => passwords.Backlog.TotalSeconds, "s", "How long the sign-ins take that wait now, all of them together.");
        meter.CreateObservableUpDownCounter("resultsgrid.documents.memory", () => documents.CachedBytes, "By", "Documents held in memory.");
        meter.CreateObservableGauge("resultsgrid.lease.held", () => OneIf(lease.IsHeld), "1", "1 while this gateway may answer, 0 while it is out of touch with changes made elsewhere.");
        meter.CreateObservableGauge("resultsgrid.clock.in_doubt", () => OneIf(clock.IsInDoubt), "1", "1 while the clock is in doubt: nothing new opens, and what was open stays open.");
        meter.CreateObservableUpDownCounter("resultsgrid.centres.unread", () => readiness.Unread.Count, "{centre}", "Centres that could not be read ahead of the night.");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static int OneIf(bool isSo) => isSo ? 1 : 0;
}
