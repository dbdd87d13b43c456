using Orleans.Storage;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Storage.Local.State;

namespace ResultsGrid.Tests.Hosting;

/// <summary>States in the file of a node on local storage.</summary>
[Collection(RealTime.Name)]
public sealed class StateInSqliteTests : StateTests
{
    private readonly string folder = Directory.CreateTempSubdirectory("resultsgrid-").FullName;
    private SqliteStateStore? store;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        store?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    protected override Task<Action<ISiloBuilder, string>> Storage()
    {
        store = SqliteStateStore.Open(Path.Combine(folder, "state.db"));
        var storage = new SqliteGrainStorage(store, new StateSerializer());
        return Task.FromResult<Action<ISiloBuilder, string>>((silo, name) => silo.Services.AddKeyedSingleton<IGrainStorage>(name, storage));
    }
}
