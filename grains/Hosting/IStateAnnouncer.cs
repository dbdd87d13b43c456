namespace ResultsGrid.Grains.Hosting;

/// <summary>Tells the gateways of a cluster which states may have changed, and this process which of its own are overtaken.</summary>
/// <remarks>A grain answers from a state only after that state's key was announced, and the key is announced after the state was stored or read.</remarks>
public interface IStateAnnouncer
{
    /// <summary>Completes when the key stands where every gateway reads it; at once for a state that no gateway keeps.</summary>
    /// <exception cref="StorageUnavailableException">It could not be written for sure; it stays queued and is written as soon as that is possible.</exception>
    Task Announce<TState>(string key);

    /// <summary>This state is active here until disposed; <paramref name="abandon"/> is called when it turns out to be active elsewhere too.</summary>
    IDisposable Activate<TState>(string key, Action abandon);
}
