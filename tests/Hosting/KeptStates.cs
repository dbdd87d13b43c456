using System.Collections.Concurrent;
using System.Globalization;
using Orleans.Storage;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Tests.Hosting;

/// <summary>States in memory that outlive a cluster, as JSON, each write conditional on its ETag.</summary>
public sealed class KeptStates : IGrainStorage
{
    private readonly ConcurrentDictionary<(string State, GrainId Grain), Row> rows = new();

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        ArgumentNullException.ThrowIfNull(grainState);
        if (!rows.TryGetValue((stateName, grainId), out var row)) return Task.CompletedTask;
        grainState.State = System.Text.Json.JsonSerializer.Deserialize<T>(row.Json, ContractJson.Options)!;
        (grainState.ETag, grainState.RecordExists) = (row.Etag, true);
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        ArgumentNullException.ThrowIfNull(grainState);
        var json = System.Text.Json.JsonSerializer.Serialize(grainState.State, ContractJson.Options);
        var place = (stateName, grainId);
        lock (rows)
        {
            var stored = rows.GetValueOrDefault(place)?.Etag;
            if (stored != grainState.ETag) throw new InconsistentStateException($"{stateName} of {grainId} is not at its version", stored, grainState.ETag);
            var next = int.Parse(stored ?? "0", CultureInfo.InvariantCulture) + 1;
            rows[place] = new Row(json, next.ToString(CultureInfo.InvariantCulture));
            (grainState.ETag, grainState.RecordExists) = (rows[place].Etag, true);
        }

        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => throw new NotSupportedException("No grain clears its state.");

    private sealed record Row(string Json, string Etag);
}
