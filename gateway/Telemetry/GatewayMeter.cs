using System.Diagnostics.Metrics;

namespace ResultsGrid.Gateway.Telemetry;

/// <summary>What the gateway counts. No label tells a centre, a user or a candidate (docs/operations.md, What to watch).</summary>
public sealed class GatewayMeter(IMeterFactory meters)
{
    public const string Name = "ResultsGrid";

    /// <summary>The label of <see cref="Refused"/>: the last part of the problem's address. The one name that OpenTelemetry has for it.</summary>
    private const string Problem = "error.type";

    private readonly Counter<long> downloads = meters.Create(Name).CreateCounter<long>(
        "resultsgrid.downloads", "{download}", "Downloads that the ledger has recorded.");

    private readonly Counter<long> refused = meters.Create(Name).CreateCounter<long>(
        "resultsgrid.requests.refused", "{request}", "Requests that were not answered for a reason of the service's own, by its problem: busy is lack of room.");

    public void Downloaded() => downloads.Add(1);

    /// <param name="problem">Of the documented ones, so there are as many series as problems.</param>
    public void Refused(string problem) => refused.Add(1, new KeyValuePair<string, object?>(Problem, problem));
}
