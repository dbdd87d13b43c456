using Npgsql;
using Orleans.Storage;
using ResultsGrid.Tests.Hosting;

namespace ResultsGrid.ClusterTests.Hosting;

/// <summary>A real grain storage, with faults where a test asks for them: of a type that knows nothing of clusters.</summary>
public sealed class FaultyGrainStorage(IGrainStorage store) : IGrainStorage
{
    public StorageFaults Faults { get; } = new(reason => new NpgsqlException(reason));

    /// <summary>Another activation's write, past every fault.</summary>
    public async Task Overwrite<T>(string stateName, GrainId grainId, T state)
    {
        var stored = new GrainState<T>();
        await store.ReadStateAsync(stateName, grainId, stored);
        stored.State = state;
        await store.WriteStateAsync(stateName, grainId, stored);
    }

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        Faults.BeforeReading();
        return store.ReadStateAsync(stateName, grainId, grainState);
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        => Faults.Write(() => store.WriteStateAsync(stateName, grainId, grainState));

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => store.ClearStateAsync(stateName, grainId, grainState);
}
