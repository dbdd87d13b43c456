namespace ResultsGrid.Grains.Hosting;

/// <summary>Tells the gateways of a cluster which states may have changed, and this process which of its own are overtaken.</summary>
/// <remarks>
/// A host's order (docs/epochs.md): activate, read, announce, and only then answer; store, show in memory, announce, and only
/// then go on. Nothing older may be answered once an announcement can stand in the log, not even to a call that interleaves
/// with the write, so memory changes before. A state that could not be announced is announced, or abandoned, before any
/// further turn. No call of a grain begins while this process's <see cref="IServingLease"/> is not held.
/// </remarks>
public interface IStateAnnouncer
{
    /// <summary>Completes when the key stands where every gateway reads it; at once for a state that no gateway keeps.</summary>
    /// <exception cref="StorageUnavailableException">It could not be written for sure; it stays queued and is written as soon as that is possible.</exception>
    Task Announce<TState>(string key);

    /// <summary>The same for a state that was found in the store: another process may have written it and died before it announced it.</summary>
    Task AnnounceFound<TState>(string key);

    /// <summary>
    /// This state is active here until disposed. <paramref name="abandon"/> is called when it turns out to be active elsewhere
    /// too: no call that begins after it has returned may be answered from this activation, and a write that ends after it fails as one of unknown outcome, for the next
    /// activation may have read before it. To be called before the state is read.
    /// </summary>
    IDisposable Activate<TState>(string key, Action abandon);
}
