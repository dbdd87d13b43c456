namespace ResultsGrid.Tests.Hosting.Embedded;

/// <summary>And what only this host promises: memory holds a counted number of grains.</summary>
public sealed class EmbeddedActivationTests : ActivationTests
{
    protected override Task<IGrainHostFixture> StartHost(HostBounds bounds) => Task.FromResult<IGrainHostFixture>(new EmbeddedHost(bounds));

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
