namespace ResultsGrid.Grains.Hosting;

/// <summary>Announcements where every grain is in this process: whoever listens here hears of every change, and nothing is active twice.</summary>
public sealed class LocalAnnouncer(StateListeners listeners) : IStateAnnouncer
{
    public Task Announce<TState>(string key)
    {
        listeners.Tell<TState>(key);
        return Task.CompletedTask;
    }

    /// <summary>Nothing to tell: whatever is kept in memory was read after the last write of the process before.</summary>
    public Task AnnounceFound<TState>(string key) => Task.CompletedTask;

    public IDisposable Activate<TState>(string key, Action abandon) => OnlyHere.Instance;

    private sealed class OnlyHere : IDisposable
    {
        public static OnlyHere Instance { get; } = new();

        public void Dispose()
        {
        }
    }
}
