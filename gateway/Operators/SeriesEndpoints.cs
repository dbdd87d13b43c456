using Microsoft.AspNetCore.Http.HttpResults;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.SeriesFiles;
using ResultsGrid.Gateway.Callers;
using ResultsGrid.Gateway.Problems;
using ResultsGrid.Gateway.Release;
using ResultsGrid.Gateway.Work;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;
using ResultsGrid.Grains.Series;

namespace ResultsGrid.Gateway.Operators;

/// <summary>What operators do with a series: load it, award it, publish it, and follow the work.</summary>
public static class SeriesEndpoints
{
    public static IEndpointRouteBuilder MapSeries(this IEndpointRouteBuilder operators)
    {
        operators.MapPost("/series", Load).WithTags("Operators").Accepts<Stream>("application/zip");
        operators.MapGet("/series/{series}", Show).WithTags("Operators");
        operators.MapPost("/series/{series}/award", BeginAward).WithTags("Operators");
        operators.MapPost("/series/{series}/publication", BeginPublication).WithTags("Operators");
        operators.MapGet("/series/{series}/publication", ShowPublication).WithTags("Operators");
        operators.MapPost("/series/{series}/check", BeginCheck).WithTags("Operators");
        operators.MapGet("/jobs/{id}", ShowJob).WithTags("Operators");
        return operators;
    }

    private static async Task<Results<Accepted<ShownJob>, Refusal>> Load(
        HttpRequest request, Caller caller, PackageUpload upload, IDocumentStore documents, IGrainFactory grains, WorkSignal signal)
        => await upload.Receive(request, async package =>
        {
            var stored = await documents.Store(package, request.HttpContext.RequestAborted);
            await using var content = await documents.Open(stored, request.HttpContext.RequestAborted) ?? throw new StorageUnavailableException("The package is not in the store after it was stored.");
            // Only the series code is looked at here; the job reads the rest. A package without one is read now, for its faults.
            if (SeriesFilesReader.PeekSeries(content) is not { } series)
            {
                content.Position = 0;
                return RefusePackage(SeriesFilesReader.ReadZip(content, request.HttpContext.RequestAborted));
            }

            return Answer(series, await grains.Series(series).BeginLoad(stored, caller.Id), signal);
        });

    private static async Task<Results<Ok<ShownSeries>, Refusal>> Show(SeriesCode series, IGrainFactory grains, IReleaseGate gate)
    {
        if (!await IsKnown(series, grains)) return Refusals.NotFound();
        var profile = await grains.Series(series).GetProfile();
        var release = await grains.Series(series).GetRelease();
        var jobs = await grains.Series(series).GetJobs();
        return TypedResults.Ok(new ShownSeries(
            series, profile?.Title, profile?.BasedataVersion, profile?.Centres.Length ?? 0,
            ReleaseStates.At(release.Approved?.Schedule, gate.Now), release.Approved, release.Proposed,
            [.. jobs.Select(job => ShownJob.Of(series, job))]));
    }

    private static async Task<Results<Accepted<ShownJob>, Refusal>> BeginAward(SeriesCode series, Caller caller, IGrainFactory grains, WorkSignal signal)
        => await IsKnown(series, grains) ? Answer(series, await grains.Series(series).BeginAward(caller.Id), signal) : Refusals.NotFound();

    private static async Task<Results<Accepted<ShownJob>, Refusal>> BeginPublication(
        SeriesCode series, PublicationRequest? request, Caller caller, IGrainFactory grains, WorkSignal signal)
    {
        if (request?.Centres is { Count: 0 }) return new Refusal(ProblemTypes.Invalid, "centres: one or more; leave it out to publish all.");
        return await IsKnown(series, grains)
            ? Answer(series, await grains.Series(series).BeginPublication(caller.Id, [.. request?.Centres ?? []]), signal)
            : Refusals.NotFound();
    }

    private static async Task<Results<Accepted<ShownJob>, Refusal>> BeginCheck(SeriesCode series, Caller caller, IGrainFactory grains, WorkSignal signal)
        => await IsKnown(series, grains) ? Answer(series, await grains.Series(series).BeginCheck(caller.Id), signal) : Refusals.NotFound();

    private static async Task<Results<Ok<ShownJob>, Refusal>> ShowPublication(SeriesCode series, IGrainFactory grains)
    {
        if (!await IsKnown(series, grains)) return Refusals.NotFound();
        return (await grains.Series(series).GetJobs()).FirstOrDefault(job => job.Kind == JobKind.Publication) is { } publication
            ? TypedResults.Ok(ShownJob.Of(series, publication))
            : new Refusal(ProblemTypes.NotFound, "The series was never published.");
    }

    private static async Task<Results<Ok<ShownJob>, Refusal>> ShowJob(string id, IGrainFactory grains)
    {
        if (id.Split('-') is not [var code, var number] || !SeriesCode.TryParse(code, null, out var series) || !await IsKnown(series, grains)) return Refusals.NotFound();
        var shown = (await grains.Series(series).GetJobs()).Select(job => ShownJob.Of(series, job)).FirstOrDefault(job => job.Id == $"{series}-{number}");
        return shown is not null ? TypedResults.Ok(shown) : Refusals.NotFound();
    }

    private static async Task<bool> IsKnown(SeriesCode series, IGrainFactory grains) => (await grains.Board().GetSeries()).Contains(series);

    private static Results<Accepted<ShownJob>, Refusal> Answer(SeriesCode series, BeginOutcome outcome, WorkSignal signal)
    {
        switch (outcome)
        {
            case BeginOutcome.Begun { Job: var job }:
                signal.Wake();
                var shown = ShownJob.Of(series, job);
                return TypedResults.Accepted(shown.Address, shown);
            case BeginOutcome.Busy { Running: var running }:
                return new Refusal(ProblemTypes.Conflict, $"Job {ShownJob.Of(series, running).Id} is running on this series: one at a time.");
            case BeginOutcome.NotReady { Reason: var reason }:
                return new Refusal(ProblemTypes.Conflict, reason);
            default:
                throw new InvalidOperationException($"Unknown outcome {outcome}.");
        }
    }

    private static Refusal RefusePackage(SeriesReading reading) => reading is SeriesReading.Refused refused
        ? new Refusal(ProblemTypes.PackageRefused, "The series files have faults; nothing was applied.").With("faults", refused.Faults).With("hasMoreFaults", refused.HasMore)
        : new Refusal(ProblemTypes.PackageRefused, "series.json names no series.");
}
