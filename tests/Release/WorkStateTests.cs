using ResultsGrid.Grains.Series;

namespace ResultsGrid.Tests.Release;

public sealed class WorkStateTests
{
    private static readonly DateTimeOffset Now = new(2026, 8, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly WorkState Begun = new WorkState().Begin(
        new Job(1, JobKind.Load, JobStage.Applying, "board.anna", Now, FinishedAt: null, 0, 0, [], [], HasMoreFaults: false), package: null, ["a", "b"]);

    [Fact]
    public void A_claim_that_ran_out_goes_to_the_next_worker_and_not_before()
    {
        var (held, first) = Begun.Take("one", Now)!.Value;
        Assert.Equal(["a", "b"], first.Items.AsEnumerable());
        Assert.Null(held.Take("two", Now + WorkState.ClaimLife - TimeSpan.FromTicks(1)));
        var (_, second) = held.Take("two", Now + WorkState.ClaimLife)!.Value;
        Assert.Equal((2, "a b"), (second.Claim, string.Join(' ', second.Items)));
    }

    [Fact]
    public void A_renewed_claim_lives_on()
    {
        var held = Begun.Take("one", Now)!.Value.Next.Renew(1, Now + WorkState.ClaimLife / 2);
        Assert.Null(held.Take("two", Now + WorkState.ClaimLife));
        Assert.NotNull(held.Take("two", Now + (WorkState.ClaimLife * 1.5)));
    }

    [Fact]
    public void What_a_worker_says_of_a_claim_that_it_lost_changes_nothing()
    {
        var taken = Begun.Take("one", Now)!.Value.Next.Take("two", Now + WorkState.ClaimLife)!.Value.Next;
        Assert.Same(taken, taken.Complete(1, [], []));
        Assert.Same(taken, taken.Fail(1, [new StoppedItem("a", "late")], Now));
        var done = taken.Complete(2, [], []);
        Assert.Equal((2, true), (done.Job!.Done, done.StageIsDone));
        Assert.Same(done, done.Complete(2, [], []));
    }

    [Fact]
    public void A_failed_item_rests_is_tried_again_and_is_given_up_at_the_third_time()
    {
        var (state, now) = (Begun, Now);
        for (var attempt = 1; attempt < WorkState.MaxAttempts; attempt++)
        {
            state = Fail(state, now, "a");
            Assert.Equal((1, false), (state.Job!.Done, state.StageIsDone));
            Assert.Empty(state.Job.Stopped);
            Assert.Null(state.Take("two", now + WorkState.Rest - TimeSpan.FromTicks(1)));
            now += WorkState.Rest;
        }

        state = Fail(state, now, "a");
        Assert.Equal((2, true), (state.Job!.Done, state.StageIsDone));
        Assert.Equal([new StoppedItem("a", "broken")], state.Job.Stopped.AsEnumerable());
    }

    [Fact]
    public void The_next_stage_counts_attempts_anew()
    {
        var next = Fail(Begun, Now, "a").Enter(JobStage.Counting, ["a"]);
        Assert.Empty(next.Attempts);
    }

    [Fact]
    public void Abandoned_claims_are_taken_at_once_and_keep_their_attempts()
    {
        var abandoned = Fail(Begun, Now, "a").Abandon();
        Assert.Equal(1, abandoned.Attempts["a"]);
        Assert.Equal(["a"], abandoned.Take("two", Now)!.Value.Claim.Items.AsEnumerable());
    }

    private static WorkState Fail(WorkState state, DateTimeOffset now, string item)
    {
        var (held, claim) = state.Take("one", now)!.Value;
        return held.Fail(claim.Claim, [new StoppedItem(item, "broken")], now);
    }
}
