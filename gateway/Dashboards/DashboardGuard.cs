using System.Collections.Frozen;
using ResultsGrid.Gateway.Guards;
using ResultsGrid.Gateway.Problems;

namespace ResultsGrid.Gateway.Dashboards;

/// <summary>Shuts what Orleans' dashboard would show beside counts: a grain's state, which no release decision stands before, and the log.</summary>
/// <remarks>A list of what is shown, so that a page that a later version adds stays shut.</remarks>
internal sealed class DashboardGuard : IGuard
{
    private static readonly FrozenSet<string> Shown = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "", "index.html", "favicon.ico", "index.min.js", "index.css", "fonts", "img", "version",
        "DashboardCounters", "ClusterStats", "HistoricalStats", "SiloProperties", "SiloMetadata", "SiloStats", "SiloCounters",
        "GrainStats", "GrainTypes", "TopGrainMethods", "LifecycleStages", "Reminders");

    public ValueTask<Refusal?> Refuse(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var page = http.Request.Path.Value!.Split('/').ElementAtOrDefault(2) ?? "";
        return new(Shown.Contains(page) ? null : new Refusal(ProblemTypes.NotFound, ProblemTypes.NotFound.Meaning));
    }
}
