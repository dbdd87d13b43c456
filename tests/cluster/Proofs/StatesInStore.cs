using System.Globalization;
using Orleans.Storage;
using ResultsGrid.Storage.Local.State;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.ClusterTests.Proofs;

/// <summary>Grains' states in the embedded host's store, so that what tests do with that (copy it, read it, hold its writes) they can do here.</summary>
internal sealed class StatesInStore(IStateStore store) : IGrainStorage
{
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (await store.Read(KeyOf(stateName, grainId)) is not { } row) return;
        grainState.ETag = row.Etag.ToString(CultureInfo.InvariantCulture);
        if (row.Json is null) return;
        grainState.State = System.Text.Json.JsonSerializer.Deserialize<T>(row.Json, ContractJson.Options)!;
        grainState.RecordExists = true;
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var json = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(grainState.State, ContractJson.Options);
        try
        {
            var written = await store.Write(KeyOf(stateName, grainId), grainState.ETag is { } etag ? long.Parse(etag, CultureInfo.InvariantCulture) : null, json);
            (grainState.ETag, grainState.RecordExists) = (written.ToString(CultureInfo.InvariantCulture), true);
        }
        catch (StateConflictException conflict)
        {
            throw new InconsistentStateException(conflict.Message, conflict);
        }
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => throw new NotSupportedException("No grain clears its state.");

    private static StateKey KeyOf(string stateName, GrainId grainId) => new(stateName, grainId.Key.ToString()!);
}
