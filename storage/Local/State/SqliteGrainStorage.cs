using System.Globalization;
using Orleans.Storage;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Storage.Local.State;

/// <summary>Grains' states in the state file of a node on local storage.</summary>
public sealed class SqliteGrainStorage(IStateStore store, IGrainStorageSerializer serializer) : IGrainStorage
{
    /// <exception cref="InvalidDataException">The stored JSON is no such state.</exception>
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        ArgumentNullException.ThrowIfNull(grainState);
        var key = KeyOf(stateName, grainId);
        if (await store.Read(key) is not { } row) return;
        grainState.ETag = row.Etag.ToString(CultureInfo.InvariantCulture);
        if (row.Json is null) return;
        try
        {
            grainState.State = serializer.Deserialize<T>(BinaryData.FromBytes(row.Json));
        }
        catch (InvalidDataException fault)
        {
            throw new InvalidDataException($"{key}: {fault.Message}", fault);
        }

        grainState.RecordExists = true;
    }

    /// <exception cref="InconsistentStateException">Somebody else wrote since the state was read.</exception>
    /// <exception cref="OverloadedException">Too many writes wait: nothing was written.</exception>
    /// <exception cref="StorageUnavailableException">Whether it is stored, only reading tells.</exception>
    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        ArgumentNullException.ThrowIfNull(grainState);
        // Written out before the first await: what is stored is the state as it was given.
        var json = serializer.Serialize(grainState.State).ToMemory();
        try
        {
            var written = await store.Write(KeyOf(stateName, grainId), grainState.ETag is { } etag ? long.Parse(etag, CultureInfo.InvariantCulture) : null, json.ToArray());
            (grainState.ETag, grainState.RecordExists) = (written.ToString(CultureInfo.InvariantCulture), true);
        }
        catch (StateConflictException conflict)
        {
            throw new InconsistentStateException(conflict.Message, conflict);
        }
    }

    /// <exception cref="NotSupportedException">Always: no grain clears its state.</exception>
    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => throw new NotSupportedException("No grain clears its state.");

    /// <summary>Rows are named as the first version named them, by the grain's class and the state: Candidate/CandidateState.</summary>
    private static StateKey KeyOf(string stateName, GrainId grainId) => new($"{char.ToUpperInvariant(stateName[0])}{stateName[1..]}", grainId.Key.ToString()!);
}
