using ResultsGrid.Tests.Hosting.Desk;

namespace ResultsGrid.Tests.Hosting;

/// <summary>What every part of the host suite has: a host, made anew for each test.</summary>
public abstract class GrainHostTests : IAsyncLifetime
{
    private IGrainHostFixture? host;

    protected IGrainHostFixture Host => host ?? throw new InvalidOperationException("The host starts with the test.");

    protected Gates Gates => Host.Gates;

    public async Task InitializeAsync() => host = await StartHost(new HostBounds());

    public async Task DisposeAsync() => await Host.DisposeAsync();

    protected abstract Task<IGrainHostFixture> StartHost(HostBounds bounds);

    /// <summary>For a test with bounds of its own.</summary>
    protected async Task StartAnew(HostBounds bounds)
    {
        await Host.DisposeAsync();
        host = await StartHost(bounds);
    }

    protected IDeskGrain Desk(string key = "10101") => Host.Grains.GetGrain<IDeskGrain>(key);

    /// <summary>The call ends with this fault, and soon: a broken host fails the test instead of hanging it.</summary>
    protected static async Task Refused<TFault>(Task call)
        where TFault : Exception
    {
        Assert.Same(call, await Task.WhenAny(call, Task.Delay(Gates.Patience)));
        await Assert.ThrowsAsync<TFault>(() => call);
    }

    /// <summary>Everything sent to the desk before has had its chance to begin: a glance runs beside anything, but after it.</summary>
    protected async Task LetCallsBegin(IDeskGrain desk) => await desk.PeekEntries();
}
