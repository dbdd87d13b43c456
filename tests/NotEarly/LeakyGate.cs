using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Gateway.Release;
using ResultsGrid.Grains.Release;
using ResultsGrid.Tests.Gateway;

namespace ResultsGrid.Tests.NotEarly;

/// <summary>The release gate, with the decision taken out of one route where a test wants that.</summary>
internal sealed class LeakyGate(IReleaseGate gate, IHttpContextAccessor http, Leak leak) : IReleaseGate
{
    private const string DocumentRoute = "/api/v1/centres/{centre}/series/{series}/documents/{id}";

    public DateTimeOffset Now => gate.Now;

    public ValueTask<ReleaseSchedule?> ApprovedSchedule(SeriesCode series) => gate.ApprovedSchedule(series);

    public ValueTask<ReadDecision> Decide(Reader reader, CentreNumber? centre, SeriesCode series, Subject subject)
    {
        // The document path stands before routing, and answers for one route alone.
        var route = http.HttpContext!.GetEndpoint() is RouteEndpoint endpoint ? Routes.Pattern(endpoint) : DocumentRoute;
        leak.Asked[new(route, subject)] = true;
        return leak.At == new Decision(route, subject) ? new(ReadDecision.Open.Now) : gate.Decide(reader, centre, series, subject);
    }
}
