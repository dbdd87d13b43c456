using Microsoft.Extensions.DependencyInjection;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Assessments;
using ResultsGrid.Grains.Downloads;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Results;

/// <inheritdoc cref="IResultsGrain"/>
[GrainType("results")]
public sealed class ResultsGrain(
    [PersistentState("ResultsState")] IPersistentState<ResultsState> storage,
    [PersistentState("DownloadsState")] IPersistentState<DownloadsState> downloads,
    [FromKeyedServices(Clocks.Service)] TimeProvider clock) : Grain, IResultsGrain
{
    /// <summary>A centre re-published more often than this has a fault upstream, not a need.</summary>
    private const int MaxVersions = 500;

    private ResultsState State => storage.State;

    public Task SetCandidates(ImmutableArray<CandidateNumber> candidates)
        => storage.Commit(State with { Candidates = candidates, Tally = null });

    public Task SetTally(Tally tally) => storage.Commit(State with { Tally = tally });

    public async Task<PublishOutcome> Publish(Manifest manifest)
    {
        if (State.Latest is { } latest && latest.Manifest.IsSameAs(manifest)) return new PublishOutcome.Unchanged(latest.Version);
        if (State.Versions.Length >= MaxVersions) return new PublishOutcome.Refused($"The centre has {MaxVersions} versions already, more than any need.");

        var version = new PublishedVersion(State.Versions.Length + 1, clock.GetUtcNow(), manifest);
        await storage.Commit(State with { Versions = [.. State.Versions, version] });
        return new PublishOutcome.Published(version.Version);
    }

    public async Task<WithdrawOutcome> Withdraw(string documentId, string reason, string by)
    {
        if (State.Latest is not { } latest || latest.Manifest.Documents.All(document => document.Id != documentId)) return WithdrawOutcome.UnknownDocument;
        if (Withdrawn(latest).Any(withdrawal => withdrawal.DocumentId == documentId)) return WithdrawOutcome.WasWithdrawn;

        var withdrawal = new Withdrawal(latest.Version, documentId, reason, by, clock.GetUtcNow());
        await storage.Commit(State with { Withdrawals = [.. State.Withdrawals, withdrawal] });
        return WithdrawOutcome.Withdrawn;
    }

    public async Task<long> FoldDownloads(DownloadBatch batch)
    {
        var held = downloads.State.FoldedThrough(batch.Log);
        if (held != batch.After) return held;
        await downloads.Commit(downloads.State.With(batch));
        return batch.Through;
    }

    public Task<ImmutableArray<CandidateNumber>> GetCandidates() => Task.FromResult(State.Candidates);

    public Task<Tally?> GetTally() => Task.FromResult(State.Tally);

    public Task<CentreVersion?> GetLatest() => Task.FromResult(Latest());

    public Task<PublicationBasis> GetPublicationBasis() => Task.FromResult(new PublicationBasis(State.Candidates, Latest(), ResultsFilesIssued()));

    public Task<ImmutableArray<Fetch>> GetFetches() => Task.FromResult(downloads.State.Fetches);

    public Task<long> GetFoldedThrough(string log) => Task.FromResult(downloads.State.FoldedThrough(log));

    private CentreVersion? Latest() => State.Latest is { } latest ? new CentreVersion(latest, Withdrawn(latest)) : null;

    private int ResultsFilesIssued() => State.Versions
        .SelectMany(version => version.Manifest.Documents)
        .Where(document => document.IsResultsFile).DistinctBy(document => document.Content.Sha256).Count();

    private ImmutableArray<Withdrawal> Withdrawn(PublishedVersion version) => [.. State.Withdrawals.Where(withdrawal => withdrawal.Version == version.Version)];
}
