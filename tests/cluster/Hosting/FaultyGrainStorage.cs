using Npgsql;
using Orleans.Storage;

namespace ResultsGrid.ClusterTests.Hosting;

/// <summary>A real grain storage, with faults where a test asks for them: of a type that knows nothing of clusters.</summary>
public sealed class FaultyGrainStorage(IGrainStorage store) : IGrainStorage
{
    private volatile WriteFault nextWrite;
    private Func<Task>? nextHold;
    private int failingReads;

    private enum WriteFault
    {
        None,
        BeforeStoring,
        AfterStoring,
    }

    public void FailNextWrite(bool afterStoring) => nextWrite = afterStoring ? WriteFault.AfterStoring : WriteFault.BeforeStoring;

    public void HoldNextWrite(Func<Task> hold) => nextHold = hold;

    public void FailNextReads(int count) => failingReads = count;

    /// <summary>Another activation's write, past every fault.</summary>
    public async Task Overwrite<T>(string stateName, GrainId grainId, T state)
    {
        var stored = new GrainState<T>();
        await store.ReadStateAsync(stateName, grainId, stored);
        stored.State = state;
        await store.WriteStateAsync(stateName, grainId, stored);
    }

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        => Interlocked.Decrement(ref failingReads) >= 0 ? throw new NpgsqlException("the storage does not answer") : store.ReadStateAsync(stateName, grainId, grainState);

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var fault = nextWrite;
        nextWrite = WriteFault.None;
        if (Interlocked.Exchange(ref nextHold, null) is { } hold) await hold();
        if (fault == WriteFault.BeforeStoring) throw new NpgsqlException("the storage does not answer");
        await store.WriteStateAsync(stateName, grainId, grainState);
        if (fault == WriteFault.AfterStoring) throw new NpgsqlException("the storage did not answer");
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => store.ClearStateAsync(stateName, grainId, grainState);
}
