using Orleans.Core;
using ResultsGrid.Awarding;
using ResultsGrid.Awarding.Marks;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Exchange.Results;
using ResultsGrid.Exchange.SeriesFiles;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Candidates;

/// <inheritdoc cref="ICandidateGrain"/>
public sealed class CandidateGrain(GrainKey key, IStorage<CandidateState> storage) : ICandidateGrain
{
    public Task Register(CandidateEntry entry) => storage.Commit(new CandidateState { Entry = entry });

    public async Task<CandidateAwards> Award(AwardingBasis basis)
    {
        var entry = storage.State.Entry ?? throw new InvalidOperationException($"Candidate {key.Text} was never registered, so there is nothing to award.");
        var awards = Awards.Of(entry.Work, basis);
        await storage.Commit(storage.State with { Awards = awards });
        return awards;
    }

    public Task<CandidateWork?> GetWork() => Task.FromResult(storage.State.Entry?.Work);

    public Task<CandidateResults?> GetResults() => Task.FromResult(storage.State switch
    {
        { Entry: { } entry, Awards: { } awards } => new CandidateResults(
            entry.Number, entry.Name, entry.DateOfBirth, entry.Uci, entry.Uln, awards.Assessments, awards.Awards),
        _ => null,
    });
}
