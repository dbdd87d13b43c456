namespace ResultsGrid.Tests.Hosting.Embedded;

public sealed class EmbeddedStateTests : StateTests
{
    protected override Task<IGrainHostFixture> StartHost(HostBounds bounds) => Task.FromResult<IGrainHostFixture>(new EmbeddedHost(bounds));
}
