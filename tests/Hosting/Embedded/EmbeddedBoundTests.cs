namespace ResultsGrid.Tests.Hosting.Embedded;

public sealed class EmbeddedBoundTests : BoundTests
{
    protected override Task<IGrainHostFixture> StartHost(HostBounds bounds) => Task.FromResult<IGrainHostFixture>(new EmbeddedHost(bounds));
}
