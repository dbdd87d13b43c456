using Microsoft.AspNetCore.Http.HttpResults;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Exchange.Results;
using ResultsGrid.Gateway.Problems;
using ResultsGrid.Gateway.Release;

namespace ResultsGrid.Gateway.Candidates;

/// <summary>Results on screen, by candidate.</summary>
public static class CandidateEndpoints
{
    private const int DefaultPageSize = 50;
    private const int MaxPageSize = 500;
    private static readonly string[] Sorts = ["number", "name", "grade"];

    public static IEndpointRouteBuilder MapCandidates(this IEndpointRouteBuilder series)
    {
        series.MapGet("/candidates", List).WithTags("Results");
        series.MapGet("/candidates/{number}", Show).WithTags("Results");
        return series;
    }

    private static async Task<Results<Ok<CandidatePage>, Refusal>> List(
        CentreNumber centre, SeriesCode series, [AsParameters] CandidateQuery query, PublishedResults published)
    {
        if (Fault(query) is { } fault) return new Refusal(ProblemTypes.Invalid, fault);
        if (await published.Read(series, centre) is not var (version, results)) return Refusals.NotFound();

        var (page, size) = (query.Page ?? 1, query.PageSize ?? DefaultPageSize);
        var selected = CandidateSelection.Select(results, query).ToList();
        return TypedResults.Ok(new CandidatePage(version, selected.Count, page, size,
            [.. selected.Skip((int)Math.Min((long)(page - 1) * size, int.MaxValue)).Take(size).Select(candidate => Line(candidate, results))]));
    }

    private static async Task<Results<Ok<CandidateDetail>, Refusal>> Show(
        CentreNumber centre, SeriesCode series, CandidateNumber number, PublishedResults published)
    {
        if (await published.Read(series, centre) is not var (version, results)
            || results.Candidates.FirstOrDefault(candidate => candidate.Number == number) is not { } found) return Refusals.NotFound();
        return TypedResults.Ok(new CandidateDetail(
            version, found.Number, found.Name.ToString(), found.DateOfBirth, found.Uci, found.Uln,
            Line(found, results).Awards,
            [.. found.Assessments.Select(result => AssessmentLine.Of(result, results.Assessments.First(assessment => assessment.Code == result.Assessment)))]));
    }

    private static string? Fault(CandidateQuery query)
    {
        if (query.Sort is { } sort && !Sorts.Contains(sort)) return $"sort is one of {string.Join(", ", Sorts)}.";
        if (query.Sort == "grade" && query.Qualification is null) return "sort=grade needs a qualification.";
        if (query.Page is < 1) return "page counts from 1.";
        return query.PageSize is < 1 or > MaxPageSize ? $"pageSize is 1 to {MaxPageSize}." : null;
    }

    private static CandidateLine Line(CandidateResults candidate, CentreResults results) => new(
        candidate.Number, candidate.Name.ToString(), candidate.Uci,
        [.. candidate.Awards.Select(award => AwardLine.Of(award, results.Qualifications.First(one => one.Code == award.Qualification)))]);
}
