using Orleans.Placement;
using ResultsGrid.Awarding;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Results;
using ResultsGrid.Exchange.SeriesFiles;
using ResultsGrid.Grains.Assessments;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Work;

namespace ResultsGrid.Grains.Candidates;

/// <inheritdoc cref="ICandidateGrain"/>
/// <remarks>
/// Work calls each of a country's candidates once and then not for hours, so a candidate leaves memory behind each call:
/// 500,000 of them would take gigabytes. It is active where the worker is, which saves a hop for each.
/// </remarks>
[GrainType("candidate"), PreferLocalPlacement]
public sealed class CandidateGrain(
    [PersistentState("CandidateState")] IPersistentState<CandidateState> storage,
    SeriesJobs jobs) : Grain, ICandidateGrain
{
    public async Task Register(CandidateEntry entry)
    {
        DeactivateOnIdle();
        await storage.Commit(storage.State with { Entry = entry, Awards = null });
    }

    public async Task<ImmutableArray<TalliedResult>> Award(int job)
    {
        DeactivateOnIdle();
        var key = this.GetPrimaryKeyString();
        var entry = storage.State.Entry ?? throw new InvalidOperationException($"Candidate {key} was never registered, so there is nothing to award.");
        var series = await jobs.Get(SeriesCode.Parse(key.Split('/')[0]), job);
        var awards = Awards.Of(entry.Work, series.Specifications);
        await storage.Commit(storage.State with { Awards = awards });
        return [.. TalliedResult.Of(awards)];
    }

    public Task<CandidateResults?> GetResults()
    {
        DeactivateOnIdle();
        return Task.FromResult(storage.State switch
        {
            { Entry: { } entry, Awards: { } awards } => new CandidateResults(
                entry.Number, entry.Name, entry.DateOfBirth, entry.Uci, entry.Uln, awards.Assessments, awards.Awards),
            _ => null,
        });
    }
}
