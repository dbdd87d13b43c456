using ResultsGrid.Storage.Azure;
using ResultsGrid.Tests.Azure;

namespace ResultsGrid.Tests.Hosting;

/// <summary>States in blobs of a real Azurite, as a cluster has them.</summary>
[Collection(RealTime.Name)]
public sealed class StateInBlobsTests(Azurite azurite) : StateTests, IClassFixture<Azurite>
{
    private static int containers;

    protected override Task<Action<ISiloBuilder, string>> Storage()
    {
        var account = AzureStorageOptions.WithConnectionString(azurite.ConnectionString, $"suite-{Interlocked.Increment(ref containers)}");
        return Task.FromResult<Action<ISiloBuilder, string>>((silo, name) => AzureStorage.AddStates(silo, name, account));
    }
}
