namespace ResultsGrid.Tests.Hosting.Embedded;

/// <summary>And what only this host promises: in a cluster, calls that are sent while a grain is being looked for arrive in any order.</summary>
public sealed class EmbeddedTurnTests : TurnTests
{
    protected override Task<IGrainHostFixture> StartHost(HostBounds bounds) => Task.FromResult<IGrainHostFixture>(new EmbeddedHost(bounds));

    [Fact]
    public async Task Waiting_calls_begin_in_the_order_in_which_they_came()
    {
        var desk = Desk();
        var names = Enumerable.Range(0, 100).Select(number => $"call {number}").ToList();
        var blocking = desk.Write("blocking");
        await Gates.Reached("blocking");
        var calls = names.Select(desk.Write).ToList();
        foreach (var name in names) Gates.Open(name);
        Gates.Open("blocking");
        await Task.WhenAll(calls.Append(blocking));
        Assert.Equal(names.Select(name => $"{name} in"), Gates.Happened.Where(what => what.EndsWith(" in", StringComparison.Ordinal)).Skip(1));
    }
}
