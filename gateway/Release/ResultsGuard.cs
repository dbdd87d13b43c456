using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Gateway.Callers;
using ResultsGrid.Gateway.Guards;
using ResultsGrid.Gateway.Problems;
using ResultsGrid.Gateway.Snapshots;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Gateway.Release;

/// <summary>Stands before every route below a centre's series: the release decision is asked before any of them runs, so none can forget it.</summary>
public sealed class ResultsGuard(IReleaseGate gate, ServedState served) : IGuard
{
    public async ValueTask<Refusal?> Refuse(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.Features.Get<Caller>() is not { } caller
            || !CentreNumber.TryParse((string?)http.GetRouteValue("centre"), null, out var centre)
            || !SeriesCode.TryParse((string?)http.GetRouteValue("series"), null, out var series)) return Refusals.NotFound();

        // Entries are no secret: that a centre has no candidates in a series may be said at any time.
        if ((await served.Centres.Get(centre.ToString())).Profile?.Series.Contains(series) != true) return Refusals.NotFound();
        return Refusals.Of(await gate.Decide(caller.Reader, centre, series, Subject.CentreResults), gate.Now);
    }
}
