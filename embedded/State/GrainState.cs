using System.Globalization;
using System.Text.Json;
using ResultsGrid.Embedded.Activations;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Embedded.State;

/// <summary>One state of one activation, held in memory as it stands in the store.</summary>
internal sealed class GrainState<TState> : IDurableState<TState>, IActivationState
{
    private readonly IStateStore store;
    private readonly Activation activation;
    private readonly StateKey key;
    private readonly StateListeners listeners;
    private long? etag;

    public GrainState(ActivationScope scope, IStateStore store, StateListeners listeners)
    {
        (this.store, this.listeners) = (store, listeners);
        activation = scope.Activation;
        key = new($"{activation.Id.Class.Name}/{typeof(TState).Name}", activation.Id.Key);
        scope.Add(this);
    }

    public TState State { get; set; } = Empty();

    public string? Etag => etag?.ToString(CultureInfo.InvariantCulture);

    public bool RecordExists { get; private set; }

    public async Task ReadStateAsync()
    {
        var stored = await store.Read(key);
        var state = stored?.Json is { } json ? Parse(json) : Empty();
        (State, etag, RecordExists) = (state, stored?.Etag, stored?.Json is not null);
    }

    public Task WriteStateAsync() => Write(State);

    public async Task Write(TState next)
    {
        // Written out before the first await: what is stored is the state as it was given.
        var json = JsonSerializer.SerializeToUtf8Bytes(next, ContractJson.Options);
        if (json.Length > IStateStore.MaxStateBytes) throw new InvalidOperationException($"{key} takes {json.Length} bytes, more than {IStateStore.MaxStateBytes}.");
        await Store(json, next);
    }

    public Task ClearStateAsync() => Store(null, Empty());

    public void Abandon() => activation.Deactivate();

    private async Task Store(byte[]? json, TState next)
    {
        try
        {
            var written = await store.Write(key, etag, json);
            (State, etag, RecordExists) = (next, written, json is not null);
        }
        finally
        {
            // Also where it failed: it may be stored all the same.
            listeners.Tell<TState>(activation.Id.Key);
        }
    }

    private static TState Empty() => Activator.CreateInstance<TState>();

    private TState Parse(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize<TState>(json, ContractJson.Options) ?? throw new JsonException("it is null");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"The stored {key} can't be read as {typeof(TState).Name}: {fault.Message}", fault);
        }
    }
}
