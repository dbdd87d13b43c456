using Orleans.Storage;

namespace ResultsGrid.Grains.Hosting;

/// <summary>One state of one activation, held in memory as it stands in the store.</summary>
/// <remarks>
/// Memory changes only with the store, and what was acknowledged is stored. The order of reading, storing, showing and
/// announcing is that of docs/epochs.md. Orleans' own state would show a change before it is stored, and would move it to
/// another node unread.
/// </remarks>
internal sealed class StoredState<TState> : IPersistentState<TState>, ILifecycleObserver
{
    private readonly IGrainContext context;
    private readonly IGrainStorage storage;
    private readonly IStateAnnouncer announcer;
    private readonly string name;
    private readonly string key;
    private GrainState<TState> shown = Empty();
    private IDisposable? active;
    private volatile bool overtaken;

    /// <param name="name">In the storage: the grain's type and the state's name, since two types may name theirs alike.</param>
    public StoredState(string name, IGrainContext context, IGrainStorage storage, IStateAnnouncer announcer)
    {
        (this.name, this.context, this.storage, this.announcer) = (name, context, storage, announcer);
        key = context.GrainId.Key.ToString()!;
        context.ObservableLifecycle.Subscribe(name, GrainLifecycleStage.SetupState, this);
    }

    /// <exception cref="NotSupportedException">It is set: a grain changes its state by <see cref="PersistentStateExtensions.Commit"/>.</exception>
    public TState State
    {
        get => shown.State!;
        set => throw OnlyByCommit();
    }

    public string? Etag => shown.ETag;

    public bool RecordExists => shown.RecordExists;

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
        var read = Empty();
        try
        {
            await storage.ReadStateAsync(name, context.GrainId, read);
        }
        catch (Exception fault) when (fault is not (InvalidDataException or StorageUnavailableException or OverloadedException))
        {
            throw new StorageUnavailableException($"{name} of {key} can't be read: {fault.Message}", fault);
        }

        shown = read;
        // Whoever wrote it may have died before it was announced.
        if (RecordExists) await announcer.AnnounceFound<TState>(key);
    }

    public Task WriteStateAsync() => throw OnlyByCommit();

    /// <exception cref="NotSupportedException">Always: no grain clears its state.</exception>
    public Task ClearStateAsync() => throw OnlyByCommit();

    /// <inheritdoc cref="PersistentStateExtensions.Commit"/>
    public async Task Commit(TState next)
    {
        try
        {
            await Store(next);
        }
        catch (Exception)
        {
            try
            {
                await ReadStateAsync();
            }
            catch (Exception)
            {
                // The write's fault is what the caller must see; the read's follows from it.
                Abandon();
            }

            throw;
        }
    }

    private static GrainState<TState> Empty() => new(Activator.CreateInstance<TState>());

    private static NotSupportedException OnlyByCommit() => new("A grain's state is changed by Commit alone, which lets memory change only with the store.");

    private async Task Store(TState next)
    {
        var stored = new GrainState<TState>(next, Etag) { RecordExists = RecordExists };
        try
        {
            await storage.WriteStateAsync(name, context.GrainId, stored);
        }
        catch (InconsistentStateException conflict)
        {
            throw new StateConflictException($"{name} of {key} was written by somebody else: {conflict.Message}", conflict);
        }
        catch (Exception fault) when (fault is not (OverloadedException or InvalidDataException or NotSupportedException or System.Text.Json.JsonException))
        {
            // It may be stored all the same.
            await AnnounceUnsure();
            if (fault is StorageUnavailableException) throw;
            throw new StorageUnavailableException($"{name} of {key} was not written for sure: {fault.Message}", fault);
        }

        // The next activation, perhaps on this very node, may have read before this was stored.
        if (overtaken) throw new StorageUnavailableException($"{name} of {key} was taken over while it was written.");
        // Shown before it is announced: after that no call may be answered with the old state any more.
        shown = stored;
        await announcer.Announce<TState>(key);
    }

    private void Overtake()
    {
        overtaken = true;
        Abandon();
    }

    /// <summary>This activation ends with its running calls, and the next one reads anew.</summary>
    /// <remarks>Without an exception: with one, Orleans would reject the calls that wait instead of handing them on.</remarks>
    private void Abandon() => context.Deactivate(new DeactivationReason(DeactivationReasonCode.ApplicationRequested, "What is stored may differ from what is in memory."));

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
}
