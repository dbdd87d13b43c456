using Microsoft.AspNetCore.Http.HttpResults;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Exchange.Results;
using ResultsGrid.Gateway.Callers;
using ResultsGrid.Gateway.Candidates;
using ResultsGrid.Gateway.Problems;
using ResultsGrid.Gateway.Release;
using ResultsGrid.Grains.Assessments;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Gateway.Assessments;

/// <summary>Results on screen, by assessment.</summary>
public static class AssessmentEndpoints
{
    public static IEndpointRouteBuilder MapAssessments(this IEndpointRouteBuilder series)
    {
        series.MapGet("/assessments", List).WithTags("Results");
        series.MapGet("/assessments/{code}", Show).WithTags("Results");
        return series;
    }

    private static async Task<Results<Ok<IReadOnlyList<AssessmentSummary>>, Refusal>> List(CentreNumber centre, SeriesCode series, PublishedResults published)
    {
        if (await published.Read(series, centre) is not var (_, results)) return Refusals.NotFound();
        var tally = Count(results);
        return TypedResults.Ok<IReadOnlyList<AssessmentSummary>>(
            [.. Assessed.In(results).Select(one => new AssessmentSummary(one.Code, one.Title, one.Kind, Own(one, tally)))]);
    }

    private static async Task<Results<Ok<AssessmentDetail>, Refusal>> Show(
        CentreNumber centre, SeriesCode series, string code, Caller caller, PublishedResults published, IGrainFactory grains, IReleaseGate gate)
    {
        if (await published.Read(series, centre) is not var (version, results)
            || Assessed.In(results).FirstOrDefault(one => one.Code == code) is not { } assessed) return Refusals.NotFound();

        var open = await gate.Decide(caller.Reader, centre, series, Subject.BoundariesAndStatistics) is ReadDecision.Open;
        var record = open && AssessmentCode.TryParse(code, null, out var key) ? await grains.Assessment(series, key).GetAnnounced() : null;
        return TypedResults.Ok(new AssessmentDetail(
            version, code, assessed.Title, assessed.Kind, assessed.Maximum, assessed.MaximumUms,
            Own(assessed, Count(results)),
            [.. assessed.Candidates(results)],
            open ? assessed.Boundaries : null,
            record?.Statistics is { } statistics ? Distribution.Of(statistics, assessed.Grades) : null));
    }

    private static Tally Count(CentreResults results)
        => Tally.Of(results.Candidates.SelectMany(candidate => TalliedResult.Of(new CandidateAwards(candidate.Assessments, candidate.Awards))));

    private static Distribution Own(Assessed assessed, Tally tally)
        => Distribution.Of(tally.Counts.GetValueOrDefault(assessed.Code, GradeCounts.None), assessed.Grades);
}
