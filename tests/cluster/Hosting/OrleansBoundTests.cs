using ResultsGrid.Tests.Hosting;

namespace ResultsGrid.ClusterTests.Hosting;

public sealed class OrleansBoundTests : BoundTests
{
    protected override Task<IGrainHostFixture> StartHost(HostBounds bounds) => OrleansHost.Start(bounds, RealTimes.Brief);
}
