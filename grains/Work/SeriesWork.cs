using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Publication;
using ResultsGrid.Grains.Series;

namespace ResultsGrid.Grains.Work;

/// <summary>Does what series grains have waiting. Any number of workers, in any number of processes, may run it side by side.</summary>
public sealed class SeriesWork(IGrainFactory grains, LoadStage load, AwardStage award, StatisticsStage statistics, CentrePublisher publisher, PackageCache packages)
{
    private (SeriesCode Series, int Job, SeriesSpecifications Specifications)? specifications;

    /// <summary>Takes one claim of any series, does it and completes it. False where nothing waits.</summary>
    public async Task<bool> DoNext(string worker, CancellationToken cancellation)
    {
        foreach (var series in await grains.Board().GetSeries())
        {
            if (await grains.Series(series).Claim(worker) is not { } claim) continue;
            await Do(series, claim, cancellation);
            return true;
        }

        return false;
    }

    private async Task Do(SeriesCode code, WorkClaim claim, CancellationToken cancellation)
    {
        var series = grains.Series(code);
        if (claim.Stage == JobStage.Reading)
        {
            await series.CompleteReading(claim.Claim, await load.Read(code, claim.Package!.Value, cancellation));
            return;
        }

        if (claim.Stage != JobStage.Applying) packages.Forget();
        var stopped = new List<StoppedItem>();
        foreach (var item in claim.Items)
        {
            await series.Renew(claim.Claim);
            if (await DoItem(code, claim, item, cancellation) is { } reason) stopped.Add(new StoppedItem(item, reason));
        }

        await series.Complete(claim.Claim, stopped);
    }

    private async Task<string?> DoItem(SeriesCode series, WorkClaim claim, string item, CancellationToken cancellation)
    {
        if (claim.Stage == JobStage.Applying)
        {
            await load.Apply(series, claim.Package!.Value, item, cancellation);
            return null;
        }

        var profile = await grains.Series(series).GetProfile() ?? throw new InvalidOperationException($"Series {series} has work but no profile.");
        if (claim.Stage == JobStage.Counting)
        {
            await statistics.Count(series, profile);
            return null;
        }

        if (claim.Stage == JobStage.Announcing)
        {
            await statistics.Announce(series, profile);
            return null;
        }

        try
        {
            return await DoCentre(series, claim, CentreNumber.Parse(item), profile, cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // A fault of one centre stops that centre, not the others; its operator sees it and begins again.
            return $"{fault.GetType().Name}: {fault.Message}";
        }
    }

    private async Task<string?> DoCentre(SeriesCode series, WorkClaim claim, CentreNumber centre, SeriesProfile profile, CancellationToken cancellation)
    {
        var basis = await Specifications(series, claim.Job, profile);
        if (claim.Stage == JobStage.Publishing) return await publisher.Publish(series, centre, profile, basis, cancellation);
        await award.Award(series, centre, basis);
        return null;
    }

    private async Task<SeriesSpecifications> Specifications(SeriesCode series, int job, SeriesProfile profile)
    {
        if (specifications is { } held && held.Series == series && held.Job == job) return held.Specifications;
        var loaded = await SeriesSpecifications.Load(grains, series, profile);
        specifications = (series, job, loaded);
        return loaded;
    }
}
