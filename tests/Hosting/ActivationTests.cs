namespace ResultsGrid.Tests.Hosting;

/// <summary>Grains leave memory and come back.</summary>
public abstract class ActivationTests : GrainHostTests
{
    [Fact]
    public async Task An_idle_grain_leaves_memory_and_comes_back_with_its_state()
    {
        await Desk().Add(7);
        var instance = await Desk().GetInstance();
        await Host.Pass(Host.Bounds.IdleAge / 2);
        Assert.Equal(instance, await Desk().GetInstance());
        await Host.Pass(Host.Bounds.IdleAge / 2);
        Assert.Equal(instance, await Desk().GetInstance());

        await Host.Pass(Host.Bounds.IdleAge * 2);
        Assert.Equal(0, Host.ActivationCount);
        Assert.Equal(7, await Desk().GetEntries());
        Assert.NotEqual(instance, await Desk().GetInstance());
    }

    [Fact]
    public async Task A_grain_at_work_stays_however_long_it_takes()
    {
        var instance = await Desk().GetInstance();
        var work = Desk().Read("work");
        await Gates.Reached("work");
        await Host.Pass(Host.Bounds.IdleAge * 2);
        Assert.Equal(instance, await Desk().GetInstance());
        Gates.Open("work");
        await Refused<TimeoutException>(work);
    }

    [Fact]
    public async Task A_call_that_comes_while_a_grain_leaves_goes_to_the_next_instance_once_the_old_one_is_done()
    {
        var instance = await Desk().GetInstance();
        var leaving = Desk().Leave("leaving");
        await Gates.Reached("leaving");
        var next = Desk().GetInstance();
        var glance = Desk().Glance("glance");
        Gates.Open("glance");
        await LetCallsBegin(Desk("10102"));
        Assert.False(next.IsCompleted);
        Gates.Open("leaving");
        await leaving;
        await glance;
        Assert.NotEqual(instance, await next);
        Assert.Equal(["leaving in", "leaving out", "glance in", "glance out"], Gates.Happened);
    }
}
