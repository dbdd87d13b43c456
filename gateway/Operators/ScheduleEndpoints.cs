using Microsoft.AspNetCore.Http.HttpResults;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Gateway.Callers;
using ResultsGrid.Gateway.Problems;
using ResultsGrid.Gateway.Release;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Series;

namespace ResultsGrid.Gateway.Operators;

/// <summary>When a series opens: one operator proposes, another approves.</summary>
public static class ScheduleEndpoints
{
    public static IEndpointRouteBuilder MapSchedules(this IEndpointRouteBuilder operators)
    {
        operators.MapPut("/series/{series}/release", Propose).WithTags("Operators");
        operators.MapPost("/series/{series}/approval", Approve).WithTags("Operators");
        return operators;
    }

    private static async Task<Results<Ok<SeriesRelease>, Refusal>> Propose(SeriesCode series, ScheduleTimes times, Caller caller, IGrainFactory grains)
    {
        var (schedule, fault) = ScheduleParsing.Parse(times);
        if (fault is not null) return fault;
        if (!(await grains.Board().GetSeries()).Contains(series)) return Refusals.NotFound();
        if (caller.User is not { } user) return OnlyPeople();
        return await Answer(await grains.Series(series).ProposeSchedule(schedule!, user), series, grains);
    }

    private static async Task<Results<Ok<SeriesRelease>, Refusal>> Approve(SeriesCode series, ApprovalRequest? request, Caller caller, IGrainFactory grains)
    {
        if (!(await grains.Board().GetSeries()).Contains(series)) return Refusals.NotFound();
        if (caller.User is not { } user) return OnlyPeople();
        var waiting = (await grains.Series(series).GetRelease()).Proposed?.Number ?? 0;
        return await Answer(await grains.Series(series).ApproveSchedule(request?.Proposal ?? waiting, user), series, grains);
    }

    private static async Task<Results<Ok<SeriesRelease>, Refusal>> Answer(ScheduleOutcome outcome, SeriesCode series, IGrainFactory grains) => outcome switch
    {
        ScheduleOutcome.Proposed or ScheduleOutcome.InForce => TypedResults.Ok(await grains.Series(series).GetRelease()),
        ScheduleOutcome.OutOfOrder => new Refusal(ProblemTypes.Invalid, "candidateRelease lies before restrictedRelease."),
        ScheduleOutcome.SamePerson => new Refusal(ProblemTypes.SecondOperator, "You proposed this schedule: another operator has to approve it."),
        ScheduleOutcome.AccountChanged => new Refusal(ProblemTypes.AccountChanged, ProblemTypes.AccountChanged.Meaning),
        ScheduleOutcome.ProposalChanged => new Refusal(ProblemTypes.Conflict, "Another proposal waits by now: look at it first."),
        _ => new Refusal(ProblemTypes.Conflict, "No proposal waits for approval."),
    };

    private static Refusal OnlyPeople() => new(ProblemTypes.NotYourRole, "A schedule is proposed and approved by people who signed in, not by an access key.");
}
