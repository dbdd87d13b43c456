using Microsoft.Extensions.DependencyInjection;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Exchange.SeriesFiles;
using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Grains.Series;

/// <inheritdoc cref="ISeriesGrain"/>
[GrainType("series")]
public sealed class SeriesGrain(
    [PersistentState("SeriesState")] IPersistentState<SeriesState> storage,
    [PersistentState("WorkState")] IPersistentState<WorkState> work,
    IGrainFactory grains,
    [FromKeyedServices(Clocks.Service)] TimeProvider clock) : Grain, ISeriesGrain
{
    /// <summary>The item of a stage that is not divided by centre.</summary>
    public const string WholeSeries = "whole series";

    /// <summary>Older jobs are in the log, not in the grain.</summary>
    private const int MaxJobsKept = 10;

    private SeriesState State => storage.State;

    public async Task<BeginOutcome> BeginLoad(ContentHash package, string by)
    {
        if (work.State.Job is { } running) return new BeginOutcome.Busy(running);
        await grains.Board().Enlist(SeriesCode.Parse(this.GetPrimaryKeyString()));
        return await Begin(JobKind.Load, JobStage.Reading, by, [WholeSeries], package);
    }

    public async Task<BeginOutcome> BeginAward(string by)
    {
        if (work.State.Job is { } running) return new BeginOutcome.Busy(running);
        if (State.Profile is not { } profile) return new BeginOutcome.NotReady("No load of this series was accepted yet.");
        if (State.LoadStoppedAt is { IsEmpty: false } stopped)
            return new BeginOutcome.NotReady($"The last load stopped at {string.Join(", ", stopped.Take(10))}; load again.");
        return await Begin(JobKind.Award, JobStage.Awarding, by, Items(profile.Centres));
    }

    public async Task<BeginOutcome> BeginPublication(string by, ImmutableArray<CentreNumber> centres)
    {
        if (work.State.Job is { } running) return new BeginOutcome.Busy(running);
        if (State.Profile is not { } profile || !State.Awarded) return new BeginOutcome.NotReady("The series is not awarded since its last load.");
        if (centres.Except(profile.Centres).ToList() is { Count: > 0 } unknown)
            return new BeginOutcome.NotReady($"The series has no centre {string.Join(", ", unknown.Take(10))}.");

        return await Begin(JobKind.Publication, JobStage.Publishing, by, Items(centres.IsEmpty ? profile.Centres : [.. centres.Distinct().Order()]));
    }

    public async Task<BeginOutcome> BeginCheck(string by)
    {
        if (work.State.Job is { } running) return new BeginOutcome.Busy(running);
        if (!State.Published) return new BeginOutcome.NotReady("The series was never published.");
        return await Begin(JobKind.Check, JobStage.Checking, by, Items(State.Profile!.Centres));
    }

    public async Task<WorkClaim?> Claim(string worker)
    {
        if (work.State.StageIsDone) await EndStage();
        if (work.State.Take(worker, clock.GetUtcNow()) is not var (next, claim)) return null;
        await work.Commit(next);
        return claim;
    }

    public Task Renew(int claim) => work.Commit(work.State.Renew(claim, clock.GetUtcNow()));

    public Task AbandonClaims() => work.State.Claims.IsEmpty ? Task.CompletedTask : work.Commit(work.State.Abandon());

    public async Task Complete(int claim, ImmutableArray<StoppedItem> stopped, ImmutableArray<RepairedItem> repaired)
    {
        await work.Commit(work.State.Complete(claim, stopped, repaired));
        if (work.State.StageIsDone) await EndStage();
    }

    public async Task Fail(int claim, ImmutableArray<StoppedItem> failed)
    {
        var next = work.State.Fail(claim, failed, clock.GetUtcNow());
        if (next.Job is { Stage: JobStage.Reading, Stopped: [var unread, ..] } job)
        {
            var fault = new Fault("package", Line: null, Field: null, Value: null, $"Reading failed {WorkState.MaxAttempts} times: {unread.Reason}");
            await Finish(next with { Job = job with { Stage = JobStage.Refused, Stopped = [], Faults = [fault] } });
            return;
        }

        await work.Commit(next);
        if (work.State.StageIsDone) await EndStage();
    }

    public async Task CompleteReading(int claim, PackageReading reading)
    {
        var completed = work.State.Complete(claim, [], []);
        if (ReferenceEquals(completed, work.State)) return;
        switch (Recheck(reading))
        {
            case PackageReading.Refused refused:
                await Finish(completed with { Job = completed.Job! with { Stage = JobStage.Refused, Faults = refused.Faults, HasMoreFaults = refused.HasMore } });
                break;
            case PackageReading.Accepted accepted:
                await storage.Commit(Propose(State with { Profile = accepted.Profile, Awarded = false }, accepted.Schedule, completed.Job!.By, await AccountsRevision()));
                await work.Commit(completed.Enter(JobStage.Applying, [WholeSeries, .. Items(accepted.Profile.Centres)]));
                break;
        }
    }

    public async Task<ScheduleOutcome> ProposeSchedule(ReleaseSchedule schedule, UserName by)
    {
        if (schedule.CandidateRelease < schedule.RestrictedRelease) return ScheduleOutcome.OutOfOrder;
        if (State.Approved is { } approved && !schedule.OpensEarlierThan(approved.Schedule))
        {
            await storage.Commit(State with { Approved = new Approval(schedule, by, ApprovedBy: null, clock.GetUtcNow()), Proposed = null });
            return ScheduleOutcome.InForce;
        }

        await storage.Commit(WithProposal(State, schedule, by, await AccountsRevision()));
        return ScheduleOutcome.Proposed;
    }

    public async Task<ScheduleOutcome> ApproveSchedule(int proposal, UserName by)
    {
        if (State.Proposed is not { } proposed) return ScheduleOutcome.NothingProposed;
        if (proposed.Number != proposal) return ScheduleOutcome.ProposalChanged;
        if (proposed.By == by) return ScheduleOutcome.SamePerson;
        if (await grains.Accounts(by.Shelf).FindUser(by) is not { Disabled: false } approver || approver.ChangedIn > proposed.AccountsRevision) return ScheduleOutcome.AccountChanged;

        await storage.Commit(State with { Approved = new Approval(proposed.Schedule, proposed.By, by, clock.GetUtcNow()), Proposed = null });
        return ScheduleOutcome.InForce;
    }

    public Task<SeriesProfile?> GetProfile() => Task.FromResult(State.Profile);

    public Task<SeriesRelease> GetRelease() => Task.FromResult(new SeriesRelease(State.Approved, State.Proposed));

    public Task<ImmutableArray<Job>> GetJobs()
        => Task.FromResult<ImmutableArray<Job>>(work.State.Job is { } running ? [running, .. State.Jobs] : State.Jobs);

    private static ImmutableArray<string> Items(ImmutableArray<CentreNumber> centres) => [.. centres.Select(centre => centre.ToString())];

    private async Task<BeginOutcome> Begin(JobKind kind, JobStage stage, string by, ImmutableArray<string> items, ContentHash? package = null)
    {
        await storage.Commit(State with { JobsBegun = State.JobsBegun + 1 });
        var job = new Job(State.JobsBegun, kind, stage, by, clock.GetUtcNow(), FinishedAt: null, items.Length, 0, [], [], HasMoreFaults: false);
        await work.Commit(work.State.Begin(job, package, items));
        return new BeginOutcome.Begun(work.State.Job!);
    }

    private Task EndStage() => work.State.Job!.Stage switch
    {
        JobStage.Awarding => work.Commit(work.State.Enter(JobStage.Counting, [WholeSeries])),
        JobStage.Publishing => work.Commit(work.State.Enter(JobStage.Announcing, [WholeSeries])),
        _ => Finish(work.State),
    };

    /// <remarks>The series takes the finished job first; a crash before the work is cleared does this again and changes nothing.</remarks>
    private async Task Finish(WorkState finished)
    {
        var job = finished.Job!;
        var ended = job with { Stage = job.Stage == JobStage.Refused ? JobStage.Refused : JobStage.Finished, FinishedAt = clock.GetUtcNow() };
        await storage.Commit(State with
        {
            // Decided at the end alone, so that an award which was interrupted before it began changes nothing. Without national counts it is not whole.
            Awarded = job.Kind == JobKind.Award ? job.Stopped.All(stopped => stopped.Item != WholeSeries) : State.Awarded,
            LoadStoppedAt = ended is { Kind: JobKind.Load, Stage: JobStage.Finished } ? [.. job.Stopped.Select(stopped => stopped.Item)] : State.LoadStoppedAt,
            Published = State.Published || job.Kind == JobKind.Publication,
            Jobs = [ended, .. State.Jobs.Where(kept => kept.Number != job.Number).Take(MaxJobsKept - 1)],
        });
        await work.Commit(finished.Clear());
    }

    /// <summary>A package that leaves out a centre with published results would take them away unnoticed.</summary>
    private PackageReading Recheck(PackageReading reading)
    {
        if (reading is not PackageReading.Accepted accepted || !State.Published) return reading;
        var missing = State.Profile!.Centres.Except(accepted.Profile.Centres).Select(centre => new Fault(
            "centres.csv", Line: null, "centre_number", centre.ToString(), "This centre has published results in the series, so a new load must include it.")).ToList();
        return missing.Count == 0 ? reading : new PackageReading.Refused([.. missing.Take(SeriesReading.MaxFaults)], missing.Count > SeriesReading.MaxFaults);
    }

    /// <summary>A load only ever proposes: a file puts no schedule in force.</summary>
    private SeriesState Propose(SeriesState state, ReleaseSchedule schedule, string by, int accountsRevision)
        => state.Approved?.Schedule == schedule || state.Proposed?.Schedule == schedule ? state : WithProposal(state, schedule, Identity.UserOf(by) ?? UserName.Parse(by), accountsRevision);

    private SeriesState WithProposal(SeriesState state, ReleaseSchedule schedule, UserName by, int accountsRevision) => state with
    {
        Proposals = state.Proposals + 1,
        Proposed = new Proposal(state.Proposals + 1, schedule, by, clock.GetUtcNow()) { AccountsRevision = accountsRevision },
    };

    /// <summary>From the list of operators, which nodes of earlier versions answer too.</summary>
    private async Task<int> AccountsRevision()
        => (await grains.Accounts(Shelf.Board).ListUsers()).Select(account => account.ChangedIn).DefaultIfEmpty().Max();
}
