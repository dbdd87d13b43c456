using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Publication;
using ResultsGrid.Grains.Series;

namespace ResultsGrid.Grains.Work;

/// <summary>Does what series grains have waiting. Any number of workers, in any number of processes, may run it side by side.</summary>
public sealed class SeriesWork(
    IGrainFactory grains, SeriesJobs jobs, LoadStage load, AwardStage award, StatisticsStage statistics, CentrePublisher publisher, CentreRepair repair, PackageCache packages, TimeProvider clock)
{
    private (SeriesCode Series, int Job, ContentHash Package)? loading;

    /// <summary>Takes one claim of any series, does it and ends it. False where nothing waits.</summary>
    /// <exception cref="AggregateException">Nothing was done, and some series could not be asked.</exception>
    public async Task<bool> DoNext(string worker, CancellationToken cancellation)
    {
        var faults = new List<Exception>();
        foreach (var series in await grains.Board().GetSeries())
        {
            WorkClaim? claim;
            try
            {
                claim = await grains.Series(series).Claim(worker);
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                // The series after it have work too.
                faults.Add(new InvalidOperationException($"Series {series} can't be asked for work.", fault));
                continue;
            }

            if (claim is null) continue;
            await ForgetEndedLoad();
            await Do(series, claim, cancellation);
            return true;
        }

        if (faults.Count > 0) throw new AggregateException(faults);
        await ForgetEndedLoad();
        return false;
    }

    private async Task Do(SeriesCode code, WorkClaim claim, CancellationToken cancellation)
    {
        if (claim.Package is { } package) loading = (code, claim.Job, package);
        var series = grains.Series(code);
        var troubles = new List<StoppedItem>();
        var repaired = new List<RepairedItem>();
        using (new ClaimRenewal(series, claim.Claim, clock))
        {
            foreach (var item in claim.Items)
            {
                try
                {
                    if (claim.Stage == JobStage.Reading) await Read(code, claim, cancellation);
                    else if (claim.Stage == JobStage.Checking) await Check(code, claim, item, troubles, repaired, cancellation);
                    else if (await LostCalls.Repeat(() => DoItem(code, claim, item, cancellation), clock, cancellation) is { } reason) troubles.Add(new StoppedItem(item, reason));
                }
                catch (Exception fault) when (!cancellation.IsCancellationRequested)
                {
                    troubles.Add(new StoppedItem(item, $"{fault.GetType().Name}: {fault.Message}"));
                }
            }
        }

        // What stops one centre's award or documents does not stop the others; its operator sees it and begins again. A
        // load, a count or an announcement that leaves something out is worth nothing, so that is tried again first.
        if (troubles.Count > 0 && claim.Stage is JobStage.Reading or JobStage.Applying or JobStage.Counting or JobStage.Announcing) await LostCalls.Repeat(() => series.Fail(claim.Claim, [.. troubles]), clock, cancellation);
        else if (claim.Stage != JobStage.Reading) await LostCalls.Repeat(() => series.Complete(claim.Claim, [.. troubles], [.. repaired]), clock, cancellation);
    }

    private async Task Read(SeriesCode series, WorkClaim claim, CancellationToken cancellation)
    {
        // Once, whatever becomes of the answer: it asks no grain, and a national package takes a gigabyte.
        var reading = await load.Read(series, claim.Package!.Value, cancellation);
        await LostCalls.Repeat(() => grains.Series(series).CompleteReading(claim.Claim, reading), clock, cancellation);
    }

    private async Task Check(SeriesCode series, WorkClaim claim, string item, List<StoppedItem> troubles, List<RepairedItem> repaired, CancellationToken cancellation)
    {
        var outcome = await LostCalls.Repeat(() => Repair(series, claim, item, cancellation), clock, cancellation);
        if (outcome.Repaired is { } what) repaired.Add(new RepairedItem(item, what));
        if (outcome.Damaged is { } damaged) troubles.Add(new StoppedItem(item, $"These can't be rebuilt as they were published; publish the centre again: {damaged}"));
    }

    private Task<RepairOutcome> Repair(SeriesCode series, WorkClaim claim, string item, CancellationToken cancellation)
        => repair.Repair(series, CentreNumber.Parse(item), () => jobs.Get(series, claim.Job), cancellation);

    /// <returns>Why the item could not be done, or null.</returns>
    private async Task<string?> DoItem(SeriesCode series, WorkClaim claim, string item, CancellationToken cancellation)
    {
        switch (claim.Stage)
        {
            case JobStage.Applying:
                await load.Apply(series, claim.Package!.Value, item, cancellation);
                return null;
            case JobStage.Awarding:
                await award.Award(series, CentreNumber.Parse(item), claim.Job);
                return null;
            case JobStage.Counting:
                await statistics.Count(series, (await jobs.Get(series, claim.Job)).Profile);
                return null;
            case JobStage.Publishing:
                return await publisher.Publish(series, CentreNumber.Parse(item), await jobs.Get(series, claim.Job), cancellation);
            case JobStage.Announcing:
                await statistics.Announce(series, (await jobs.Get(series, claim.Job)).Profile);
                return null;
            default:
                throw new InvalidOperationException($"No worker does stage {claim.Stage}.");
        }
    }

    /// <summary>Any worker may have ended the load that this one had a part in.</summary>
    private async Task ForgetEndedLoad()
    {
        if (loading is not var (series, job, package)) return;
        try
        {
            var known = await grains.Series(series).GetJobs();
            if (known.Any(one => one.Number == job && one.FinishedAt is null)) return;
            packages.Forget(package);
            loading = null;
        }
        catch (Exception)
        {
            // Only memory waits for this: it is looked at again, and no other series waits for one that can't be asked.
        }
    }
}
