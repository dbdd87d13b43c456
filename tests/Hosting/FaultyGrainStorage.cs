using Orleans.Storage;

namespace ResultsGrid.Tests.Hosting;

/// <summary>A real grain storage, with faults where a test asks for them.</summary>
public sealed class FaultyGrainStorage(IGrainStorage store, StorageFaults faults) : IGrainStorage
{
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
        faults.BeforeReading();
        return store.ReadStateAsync(stateName, grainId, grainState);
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        => faults.Write(() => store.WriteStateAsync(stateName, grainId, grainState));

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => store.ClearStateAsync(stateName, grainId, grainState);
}
