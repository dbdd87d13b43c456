using ResultsGrid.Grains.Release;

namespace ResultsGrid.Tests.Gateway;

/// <summary>One gateway for all tests of a class that only read: a series published and, by the clock, released to officers.</summary>
public sealed class PublishedGateway : IAsyncLifetime
{
    public TestGateway Gateway { get; private set; } = null!;

    public HttpClient Officer { get; private set; } = null!;

    public HttpClient Operator { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Gateway = await TestGateway.Start();
        await Gateway.Publish(Packages.Package);
        Gateway.Clock.AdvanceTo(Packages.RestrictedRelease);
        Officer = await Gateway.Key(Packages.Centres[0], Role.CentreAdministrator);
        using var board = await Gateway.Operator("reader");
        Operator = Gateway.Client(board.Token);
    }

    public async Task DisposeAsync()
    {
        Officer.Dispose();
        Operator.Dispose();
        await Gateway.DisposeAsync();
    }
}
