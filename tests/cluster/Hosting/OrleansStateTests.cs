using ResultsGrid.Tests.Hosting;

namespace ResultsGrid.ClusterTests.Hosting;

public sealed class OrleansStateTests : StateTests
{
    protected override Task<IGrainHostFixture> StartHost(HostBounds bounds) => OrleansHost.Start(bounds, RealTimes.Ample);
}
