namespace ResultsGrid.Tests.Hosting.Embedded;

public sealed class EmbeddedActivationTests : ActivationTests
{
    protected override Task<IGrainHostFixture> StartHost(HostBounds bounds) => Task.FromResult<IGrainHostFixture>(new EmbeddedHost(bounds));
}
