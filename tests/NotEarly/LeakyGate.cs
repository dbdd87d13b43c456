using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Gateway.Api.Release;
using ResultsGrid.Grains.Release;
using ResultsGrid.Tests.Gateway;

namespace ResultsGrid.Tests.NotEarly;

/// <summary>The release gate, with the decision taken out of one route where a test wants that.</summary>
internal sealed class LeakyGate(IReleaseGate gate, IHttpContextAccessor http, Leak leak) : IReleaseGate
{
    public DateTimeOffset Now => gate.Now;

    public Task<ReleaseSchedule?> ApprovedSchedule(SeriesCode series) => gate.ApprovedSchedule(series);

    public Task<ReadDecision> Decide(Reader reader, CentreNumber? centre, SeriesCode series, Subject subject)
    {
        var route = Routes.Pattern((RouteEndpoint)http.HttpContext!.GetEndpoint()!);
        leak.Asked[new(route, subject)] = true;
        return leak.At == new Decision(route, subject) ? Task.FromResult<ReadDecision>(new ReadDecision.Open()) : gate.Decide(reader, centre, series, subject);
    }
}
