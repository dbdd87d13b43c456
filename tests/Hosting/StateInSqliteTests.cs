using Orleans.Storage;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Storage.Local.State;
using ResultsGrid.Tests.Storage;

namespace ResultsGrid.Tests.Hosting;

/// <summary>States in the file of a node on local storage.</summary>
[Collection(RealTime.Name)]
public sealed class StateInSqliteTests : StateTests
{
    private readonly TemporaryFolder folder = new();
    private SqliteStateStore? store;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        store?.Dispose();
        folder.Dispose();
    }

    protected override Task<Action<ISiloBuilder, string>> Storage()
    {
        store = SqliteStateStore.Open(folder.File("state.db"));
        var storage = new SqliteGrainStorage(store, new StateSerializer());
        return Task.FromResult<Action<ISiloBuilder, string>>((silo, name) => silo.Services.AddKeyedSingleton<IGrainStorage>(name, storage));
    }
}
