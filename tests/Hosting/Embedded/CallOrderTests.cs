using ResultsGrid.Tests.Hosting.Desk;

namespace ResultsGrid.Tests.Hosting.Embedded;

/// <summary>What the embedded host promises beyond the suite.</summary>
public sealed class CallOrderTests
{
    [Fact]
    public async Task Readers_that_keep_coming_do_not_starve_a_writer()
    {
        await using var host = new EmbeddedHost(new HostBounds());
        var desk = host.Grains.GetGrain<IDeskGrain>("10101");
        var readers = new List<Task> { desk.Read("reader 0") };
        await host.Gates.Reached("reader 0");
        var writer = desk.Write("writer");
        host.Gates.Open("writer");
        for (var number = 1; number <= 500; number++)
        {
            readers.Add(desk.Read($"reader {number}"));
            host.Gates.Open($"reader {number}");
        }

        host.Gates.Open("reader 0");
        await Task.WhenAll(readers.Append(writer));
        var before = host.Gates.Happened.TakeWhile(what => what != "writer in").Count(what => what.EndsWith(" in", StringComparison.Ordinal));
        Assert.Equal(101, before);
    }
}
