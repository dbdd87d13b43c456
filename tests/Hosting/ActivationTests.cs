namespace ResultsGrid.Tests.Hosting;

/// <summary>Grains leave memory and come back, within bounds.</summary>
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

    [Fact]
    public async Task Memory_holds_no_more_grains_than_its_bound_and_the_longest_idle_leave_first()
    {
        await StartAnew(new HostBounds { MaxActivations = 50 });
        var first = await Desk("20000").GetInstance();
        await Host.Pass(TimeSpan.FromSeconds(1));
        var kept = await Desk("30000").GetInstance();
        for (var number = 0; number < 200; number++)
        {
            await Host.Pass(TimeSpan.FromMilliseconds(10));
            await Desk($"{40_000 + number}").Add(number);
            Assert.Equal(kept, await Desk("30000").GetInstance());
            Assert.InRange(Host.ActivationCount, 1, 50);
        }

        Assert.NotEqual(first, await Desk("20000").GetInstance());
        Assert.Equal(17, await Desk("40017").GetEntries());
    }

    [Fact]
    public async Task Many_grains_called_at_once_keep_within_the_memory_bound()
    {
        await StartAnew(new HostBounds { MaxActivations = 64 });
        await Parallel.ForEachAsync(Enumerable.Range(10_000, 2_000), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, _) =>
        {
            Assert.Equal(number, await Desk($"{number}").Add(number));
            Assert.InRange(Host.ActivationCount, 0, 64);
        });
        for (var number = 10_000; number < 12_000; number += 97) Assert.Equal(number, await Desk($"{number}").GetEntries());
    }
}
