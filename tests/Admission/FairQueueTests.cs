using ResultsGrid.Gateway.Admission;
using ResultsGrid.Tests.Clock;

namespace ResultsGrid.Tests.Admission;

public class FairQueueTests
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(2);
    private readonly FakeClock clock = new();

    [Fact]
    public async Task So_many_are_let_in_and_the_next_waits_for_one_to_leave()
    {
        var queue = Queue(inside: 2, waiting: 4);
        Assert.True(await queue.Enter("a"));
        Assert.True(await queue.Enter("b"));
        var third = Enter(queue, "c");
        Assert.False(third.IsCompleted);
        queue.Leave();
        Assert.True(await third);
        Assert.Equal(2, queue.Inside);
    }

    [Fact]
    public async Task Those_who_wait_are_served_by_turns_of_their_lanes()
    {
        var queue = Queue(inside: 1, waiting: 100);
        await queue.Enter("first");
        var crowd = Enumerable.Range(0, 20).Select(_ => Enter(queue, "crowd")).ToList();
        var (quiet, still) = (Enter(queue, "quiet"), Enter(queue, "still"));
        for (var turn = 0; turn < 3; turn++) queue.Leave();
        Assert.True(quiet.IsCompleted && still.IsCompleted, "each lane had one turn");
        Assert.True(crowd.Count(waiting => waiting.IsCompleted) == 1, "and no lane more");
        for (var turn = 0; turn < 19; turn++) queue.Leave();
        Assert.All(await Task.WhenAll(crowd), Assert.True);
    }

    [Fact]
    public async Task A_crowd_of_one_lane_leaves_room_to_wait_for_others()
    {
        var queue = Queue(inside: 1, waiting: 10);
        await queue.Enter("first");
        var crowd = Enumerable.Range(0, 50).Select(_ => Enter(queue, "crowd")).ToList();
        Assert.Equal(5, crowd.Count(waiting => !waiting.IsCompleted));
        Assert.All(await Task.WhenAll(crowd.Where(waiting => waiting.IsCompleted)), Assert.False);
        Assert.False(Enter(queue, "quiet").IsCompleted);
    }

    [Fact]
    public async Task No_more_wait_than_the_bound_however_many_lanes_there_are()
    {
        var queue = Queue(inside: 1, waiting: 10);
        await queue.Enter("first");
        for (var lane = 0; lane < 100; lane++) _ = Enter(queue, $"{lane}");
        Assert.Equal(10, queue.Waiting);
        Assert.False(await queue.Enter("late"));
    }

    [Fact]
    public async Task Only_so_many_wait_as_are_served_in_time()
    {
        var queue = Queue(inside: 1, waiting: 1_000);
        await queue.Enter("first");
        for (var lane = 0; lane < 200; lane++) _ = Enter(queue, $"early {lane}");
        for (var turn = 0; turn < 150 && queue.Waiting > 0; turn++)
        {
            clock.Leap(MaxWait / 20);
            queue.Leave();
        }

        // Those who came too early for their turn are refused together.
        if (queue.Inside == 0) await queue.Enter("next");

        var late = Enumerable.Range(0, 200).Select(lane => Enter(queue, $"late {lane}")).ToList();
        Assert.InRange(queue.Waiting, 15, 30);
        Assert.All(await Task.WhenAll(late.Where(one => one.IsCompleted)), Assert.False);
        for (var turn = 0; turn < 15; turn++) queue.Leave();
        Assert.Equal(15, late.Count(one => one.IsCompletedSuccessfully && one.Result));
    }

    [Fact]
    public async Task One_pause_makes_nobodys_wait_look_hopeless()
    {
        var queue = Queue(inside: 1, waiting: 2_000);
        await ServeOneAMillisecond(queue);
        clock.Leap(MaxWait / 20);
        queue.Leave();
        var after = Enumerable.Range(0, 500).Select(lane => Enter(queue, $"after {lane}")).ToList();
        Assert.DoesNotContain(after, one => one is { IsCompleted: true, Result: false });
    }

    [Fact]
    public async Task The_end_of_one_rush_says_nothing_about_the_next()
    {
        var queue = Queue(inside: 1, waiting: 100);
        await queue.Enter("first");
        var hung = Enter(queue, "second");
        queue.Leave();
        Assert.True(await hung);
        _ = Enter(queue, "third");
        clock.Leap(MaxWait);
        queue.Leave();
        queue.Leave();
        clock.Leap(TimeSpan.FromHours(1));
        Assert.True(await queue.Enter("next day"));
        var rush = Enumerable.Range(0, 50).Select(lane => Enter(queue, $"{lane}")).ToList();
        Assert.DoesNotContain(rush, one => one.IsCompleted);
    }

    [Fact]
    public async Task Nor_does_a_rush_in_which_the_last_came_too_late()
    {
        var queue = Queue(inside: 1, waiting: 100);
        await queue.Enter("first");
        var (second, late) = (Enter(queue, "second"), Enter(queue, "late"));
        queue.Leave();
        Assert.True(await second);
        clock.Leap((2 * MaxWait) + TimeSpan.FromMilliseconds(1));
        queue.Leave();
        Assert.False(await late);
        clock.Leap(TimeSpan.FromHours(1));
        Assert.True(await queue.Enter("next day"));
        Assert.Null(queue.Pace);
        Assert.DoesNotContain(Enumerable.Range(0, 50).Select(lane => Enter(queue, $"{lane}")), one => one.IsCompleted);
    }

    [Fact]
    public async Task While_nobody_leaves_fewer_are_let_to_wait()
    {
        var queue = Queue(inside: 1, waiting: 2_000);
        await ServeOneAMillisecond(queue);
        clock.Leap(MaxWait);
        Assert.InRange(Enumerable.Range(0, 1_000).Count(lane => !Enter(queue, $"after {lane}").IsCompleted), 100, 500);
    }

    [Fact]
    public async Task Alone_a_lane_waits_with_its_share_among_those_foreseen()
    {
        var queue = Queue(inside: 1, waiting: 100, lanesForeseen: 20);
        await queue.Enter("first");
        var crowd = Enumerable.Range(0, 50).Select(_ => Enter(queue, "crowd")).ToList();
        Assert.Equal(5, crowd.Count(waiting => !waiting.IsCompleted));
    }

    /// <summary>A crowd of one centre, and then twenty centres that together ask for twice what is served.</summary>
    [Fact]
    public async Task Where_no_more_come_than_were_foreseen_a_refusal_is_at_once()
    {
        var queue = Queue(inside: 1, waiting: 10_000, lanesForeseen: 64);
        await queue.Enter("first");
        var waiting = new List<Task<bool>>();
        for (var step = 0; step < 8_000; step++)
        {
            Ask("crowd");
            Ask("crowd");
            if (step > 2_000) Ask($"{step % 20}");
            if (step > 2_000) Ask($"{step * 7 % 20}");
            clock.Leap(TimeSpan.FromMilliseconds(1));
            queue.Leave();
        }

        while (queue.Waiting > 0) queue.Leave();
        Assert.All(await Task.WhenAll(waiting), Assert.True);

        void Ask(string lane)
        {
            var asked = Enter(queue, lane);
            if (!asked.IsCompleted) waiting.Add(asked);
        }
    }

    [Fact]
    public async Task Whoever_waited_far_too_long_is_refused_and_the_next_let_in()
    {
        var queue = Queue(inside: 1, waiting: 10);
        await queue.Enter("first");
        var late = Enter(queue, "late");
        clock.Leap((2 * MaxWait) + TimeSpan.FromMilliseconds(1));
        var next = Enter(queue, "next");
        queue.Leave();
        Assert.False(await late);
        Assert.True(await next);
        queue.Leave();
        Assert.Equal(0, queue.Inside);
    }

    [Fact]
    public async Task Whose_patience_ends_is_refused_at_once_and_makes_room()
    {
        var queue = Queue(inside: 1, waiting: 2);
        await queue.Enter("first");
        using var patience = new CancellationTokenSource();
        var leaving = queue.Enter("leaving", patience: patience.Token).AsTask();
        var staying = Enter(queue, "staying");
        Assert.False(await queue.Enter("late"));
        await patience.CancelAsync();
        Assert.False(await leaving);
        Assert.False(Enter(queue, "next").IsCompleted);
        queue.Leave();
        Assert.True(await staying);
        Assert.Equal((1, 1), (queue.Inside, queue.Waiting));
    }

    [Fact]
    public async Task Who_is_expected_waits_beyond_the_bound_but_by_turns()
    {
        var queue = Queue(inside: 1, waiting: 1);
        await queue.Enter("first");
        var before = Enter(queue, "crowd");
        Assert.False(await queue.Enter("newcomer"));
        var (expected, another) = (queue.Enter("crowd", isExpected: true).AsTask(), queue.Enter("another", isExpected: true).AsTask());
        queue.Leave();
        Assert.True(await before);
        queue.Leave();
        Assert.True(await another);
        Assert.False(expected.IsCompleted);
    }

    /// <summary>Random comings and goings against the two bounds.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_bounds_hold_and_nobody_is_forgotten(int seed)
    {
        const int MaxInside = 3;
        const int MaxWaiting = 7;
        var queue = Queue(MaxInside, MaxWaiting);
        var chance = new Random(seed);
        var asked = new List<Task<bool>>();
        var patience = new CancellationTokenSource();
        var inside = 0;
        for (var step = 0; step < 5_000; step++)
        {
            if (inside > 0 && chance.Next(2) == 0)
            {
                queue.Leave();
                inside--;
            }
            else if (chance.Next(20) == 0)
            {
                patience.Cancel();
                patience = new CancellationTokenSource();
            }
            else
            {
                asked.Add(queue.Enter($"{chance.Next(4)}", patience: chance.Next(2) == 0 ? patience.Token : default).AsTask());
            }

            inside += asked.RemoveAll(one => one.IsCompletedSuccessfully && one.Result);
            asked.RemoveAll(one => one.IsCompleted);
            Assert.True(queue.Inside <= MaxInside && queue.Waiting <= MaxWaiting, $"seed {seed}, step {step}: {queue.Inside} inside, {queue.Waiting} wait");
            Assert.Equal(queue.Inside, inside);
            Assert.Equal(queue.Waiting, asked.Count);
            Assert.True(queue.Waiting == 0 || queue.Inside == MaxInside, $"seed {seed}, step {step}: some wait beside an empty place");
        }

        while (inside > 0)
        {
            queue.Leave();
            inside += asked.RemoveAll(one => one.IsCompletedSuccessfully && one.Result) - 1;
        }

        await Task.WhenAll(asked);
        Assert.Equal((0, 0), (queue.Inside, queue.Waiting));
    }

    /// <summary>For a second, while one always waits.</summary>
    private async Task ServeOneAMillisecond(FairQueue queue)
    {
        await queue.Enter("first");
        for (var turn = 0; turn < 1_000; turn++)
        {
            _ = Enter(queue, $"lane {turn}");
            clock.Leap(TimeSpan.FromMilliseconds(1));
            if (turn > 0) queue.Leave();
        }
    }

    private static Task<bool> Enter(FairQueue queue, string lane) => queue.Enter(lane).AsTask();

    private FairQueue Queue(int inside, int waiting, int lanesForeseen = 1) => new(inside, waiting, MaxWait, lanesForeseen, clock);
}
