using Microsoft.AspNetCore.Http.HttpResults;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Gateway.Problems;
using ResultsGrid.Gateway.Release;
using ResultsGrid.Grains.Assessments;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;
using ResultsGrid.Grains.Series;
using ResultsGrid.Grains.Work;

namespace ResultsGrid.Gateway.Assessments;

/// <summary>What everyone may read of a series once candidates may: grade boundaries and national statistics.</summary>
public static class PublicAssessmentEndpoints
{
    public static IEndpointRouteBuilder MapPublicAssessments(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/series/{series}/assessments", List).AllowAnonymous().WithTags("Public");
        return routes;
    }

    private static async Task<Results<Ok<IReadOnlyList<PublicAssessment>>, Refusal>> List(SeriesCode series, IGrainFactory grains, IReleaseGate gate)
    {
        if (!(await grains.Board().GetSeries()).Contains(series)) return Refusals.NotFound();
        var decision = await gate.Decide(Reader.Public, centre: null, series, Subject.BoundariesAndStatistics);
        if (Refusals.Of(decision, gate.Now) is { } refusal) return refusal;
        if (await grains.Series(series).GetProfile() is not { } profile) return Refusals.NotFound();
        return TypedResults.Ok<IReadOnlyList<PublicAssessment>>([.. (await Records(series, profile, grains)).Select(Show).OfType<PublicAssessment>()]);
    }

    private static async Task<IReadOnlyList<AssessmentRecord?>> Records(SeriesCode series, SeriesProfile profile, IGrainFactory grains)
    {
        var qualifications = await profile.Qualifications.Gather(code => grains.Assessment(series, code).GetAnnounced());
        return [.. qualifications, .. await profile.Assessments.Gather(code => grains.Assessment(series, code).GetAnnounced())];
    }

    private static PublicAssessment? Show(AssessmentRecord? record) => Assessed.Of(record) is { } assessed
        ? new(assessed.Code, assessed.Title, assessed.Kind, assessed.Maximum, assessed.MaximumUms, assessed.Boundaries,
            record!.Statistics is { } statistics ? Distribution.Of(statistics, assessed.Grades) : null)
        : null;
}
