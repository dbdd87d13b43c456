using Microsoft.AspNetCore.Http.HttpResults;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Gateway.Callers;
using ResultsGrid.Gateway.Guards;
using ResultsGrid.Gateway.Problems;
using ResultsGrid.Gateway.Release;
using ResultsGrid.Gateway.Snapshots;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Gateway.Centres;

/// <summary>What a centre sees of itself.</summary>
public static class CentreEndpoints
{
    public static IEndpointRouteBuilder MapCentres(this IEndpointRouteBuilder routes)
    {
        routes.MapGroup("/centres/{centre}").GuardedBy<CentreGuard>().MapGet("/series", ListSeries).WithTags("Centre");
        return routes;
    }

    private static async Task<Results<Ok<IReadOnlyList<CentreSeries>>, Refusal>> ListSeries(
        CentreNumber centre, Caller caller, ServedState served, IGrainFactory grains, IReleaseGate gate)
    {
        if ((await served.Centres.Get(centre.ToString())).Profile is not { } profile) return Refusals.NotFound();
        var listed = await Task.WhenAll(profile.Series.Order().Select(series => Describe(series, centre, caller, served, grains, gate)));
        return TypedResults.Ok<IReadOnlyList<CentreSeries>>(listed);
    }

    private static async Task<CentreSeries> Describe(SeriesCode series, CentreNumber centre, Caller caller, ServedState served, IGrainFactory grains, IReleaseGate gate)
    {
        // Decided first: a moment that passes meanwhile shows a state without its version, never a version early.
        var mayRead = await gate.Decide(caller.Reader, centre, series, Subject.CentreResults) is ReadDecision.Open;
        var schedule = await gate.ApprovedSchedule(series);
        return new CentreSeries(
            series,
            (await grains.Series(series).GetProfile())?.Title ?? "",
            LondonTime.AtLondon(schedule?.RestrictedRelease),
            LondonTime.AtLondon(schedule?.CandidateRelease),
            ReleaseStates.At(schedule, gate.Now),
            mayRead ? (await served.ResultsOf(series, centre)).Latest?.Published.Version : null);
    }
}
