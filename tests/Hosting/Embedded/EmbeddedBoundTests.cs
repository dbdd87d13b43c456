using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Tests.Hosting.Embedded;

/// <summary>And what only this host promises: memory holds a counted number of grains.</summary>
public sealed class EmbeddedBoundTests : BoundTests
{
    protected override Task<IGrainHostFixture> StartHost(HostBounds bounds) => Task.FromResult<IGrainHostFixture>(new EmbeddedHost(bounds));

    [Fact]
    public async Task Where_every_grain_in_memory_is_at_work_one_more_is_refused_and_taken_later()
    {
        await StartAnew(new HostBounds { MaxActivations = 3 });
        var busy = Enumerable.Range(0, 3).Select(number => Desk($"1010{number}").Write($"busy {number}")).ToList();
        for (var number = 0; number < 3; number++) await Gates.Reached($"busy {number}");
        await Refused<OverloadedException>(Desk("20000").Add(1));
        for (var number = 0; number < 3; number++) Gates.Open($"busy {number}");
        await Task.WhenAll(busy);
        Assert.Equal(1, await Desk("20000").Add(1));
    }
}
