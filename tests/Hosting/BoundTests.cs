using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Tests.Hosting;

/// <summary>Nothing grows without a bound, and nobody waits for ever.</summary>
public abstract class BoundTests : GrainHostTests
{
    [Fact]
    public async Task A_caller_gets_its_timeout_and_the_call_goes_on()
    {
        var desk = Desk();
        var slow = desk.Write("slow");
        await Gates.Reached("slow");
        await Host.Pass(Host.Bounds.CallTimeout / 2);
        Assert.False(slow.IsCompleted);
        await Host.Pass(Host.Bounds.CallTimeout);
        await Refused<TimeoutException>(slow);

        var next = desk.Add(1);
        await LetCallsBegin(desk);
        Assert.False(next.IsCompleted);
        Gates.Open("slow");
        Assert.Equal(1, await next);
        Assert.Equal(["slow in", "slow out"], Gates.Happened);
    }

    [Fact]
    public async Task A_call_whose_caller_gave_up_while_it_waited_is_not_begun()
    {
        var desk = Desk();
        var slow = desk.Write("slow");
        await Gates.Reached("slow");
        var waiting = desk.Add(1);
        await Host.Pass(Host.Bounds.CallTimeout * 2);
        await Refused<TimeoutException>(waiting);
        // A caller may give up a moment before the grain's own time for the call is over. Behind this one it is over for the first.
        var behind = desk.GetEntries();
        await Host.Pass(Host.Bounds.CallTimeout * 2);
        await Refused<TimeoutException>(behind);
        Gates.Open("slow");
        await Refused<TimeoutException>(slow);
        Assert.Equal(0, await desk.GetEntries());
    }

    [Fact]
    public async Task One_call_more_than_a_grain_holds_is_refused_at_once_and_the_others_go_on()
    {
        await StartAnew(new HostBounds { MaxCallsPerGrain = 10 });
        var desk = Desk();
        var slow = desk.Write("slow");
        await Gates.Reached("slow");
        // Which of them comes last is the host's business.
        var calls = Enumerable.Range(0, 10).Select(_ => desk.Add(1)).ToList();
        var refused = await Task.WhenAny(calls).WaitAsync(Gates.Patience);
        await Refused<OverloadedException>(refused);
        await Desk("10102").Add(1);

        Gates.Open("slow");
        await slow;
        await Task.WhenAll(calls.Where(call => call != refused));
        Assert.Equal(9, await desk.GetEntries());
    }
}
