using System.Text.Json;
using Orleans.Storage;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Silo.State;

/// <summary>One state of one activation, held in memory as it stands in the cluster's storage.</summary>
/// <remarks>
/// The grain's type stands in the state's name: with the state's type alone two grain classes would share a row. The order
/// of reading, storing, showing and announcing is that of docs/epochs.md.
/// </remarks>
internal sealed class StoredState<TState> : IDurableState<TState>, ILifecycleObserver
{
    private readonly IGrainContext context;
    private readonly IGrainStorage storage;
    private readonly IStateAnnouncer announcer;
    private readonly IActivation activation;
    private readonly string name;
    private readonly string key;
    private IDisposable? active;
    private volatile bool overtaken;

    public StoredState(
        IGrainContext context, [FromKeyedServices(StoredStates.ProviderName)] IGrainStorage storage, IStateAnnouncer announcer, IActivation activation)
    {
        (this.context, this.storage, this.announcer, this.activation) = (context, storage, announcer, activation);
        name = $"{context.GrainId.Type}/{typeof(TState).Name}";
        key = context.GrainId.Key.ToString()!;
        context.ObservableLifecycle.Subscribe(name, GrainLifecycleStage.SetupState, this);
    }

    public TState State { get; set; } = Activator.CreateInstance<TState>();

    public string? Etag { get; private set; }

    public bool RecordExists { get; private set; }

    /// <summary>Before the grain's first call.</summary>
    public async Task OnStart(CancellationToken cancellationToken)
    {
        active = announcer.Activate<TState>(key, Overtake);
        await ReadStateAsync();
    }

    public Task OnStop(CancellationToken cancellationToken)
    {
        active?.Dispose();
        return Task.CompletedTask;
    }

    public async Task ReadStateAsync()
    {
        var read = new GrainState<TState>(Activator.CreateInstance<TState>());
        try
        {
            await storage.ReadStateAsync(name, context.GrainId, read);
        }
        catch (Exception fault) when (fault is not InvalidDataException)
        {
            throw new StorageUnavailableException($"{name} of {key} can't be read: {fault.Message}", fault);
        }

        Show(read);
        // Whoever wrote it may have died before it was announced.
        if (RecordExists) await announcer.Announce<TState>(key);
    }

    public Task WriteStateAsync() => Write(State);

    public Task Write(TState next) => Store(new GrainState<TState>(next, Etag) { RecordExists = RecordExists }, storage.WriteStateAsync);

    public Task ClearStateAsync() => Store(new GrainState<TState>(Activator.CreateInstance<TState>(), Etag) { RecordExists = RecordExists }, storage.ClearStateAsync);

    public void Abandon() => activation.Deactivate();

    private async Task Store(GrainState<TState> next, Func<string, GrainId, IGrainState<TState>, Task> store)
    {
        try
        {
            await store(name, context.GrainId, next);
        }
        catch (InconsistentStateException conflict)
        {
            throw new StateConflictException($"{name} of {key} was written by somebody else: {conflict.Message}", conflict);
        }
        catch (Exception fault) when (fault is not (InvalidDataException or NotSupportedException or JsonException))
        {
            // It may be stored all the same.
            await AnnounceUnsure();
            throw new StorageUnavailableException($"{name} of {key} was not written for sure: {fault.Message}", fault);
        }

        // The next activation, perhaps on this very node, may have read before this was stored.
        if (overtaken) throw new StorageUnavailableException($"{name} of {key} was taken over while it was written.");
        // Shown before it is announced: after that no call may be answered with the old state any more.
        Show(next);
        await announcer.Announce<TState>(key);
    }

    private void Overtake()
    {
        overtaken = true;
        Abandon();
    }

    private async Task AnnounceUnsure()
    {
        try
        {
            await announcer.Announce<TState>(key);
        }
        catch (StorageUnavailableException)
        {
            // It stays queued with the announcer, and the write's fault is what the caller must see.
        }
    }

    private void Show(GrainState<TState> stored) => (State, Etag, RecordExists) = (stored.State!, stored.ETag, stored.RecordExists);
}
