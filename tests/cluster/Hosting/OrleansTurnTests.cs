using ResultsGrid.Tests.Hosting;

namespace ResultsGrid.ClusterTests.Hosting;

public sealed class OrleansTurnTests : TurnTests
{
    protected override Task<IGrainHostFixture> StartHost(HostBounds bounds) => OrleansHost.Start(bounds, RealTimes.Ample);
}
