using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Silo.Development;

/// <summary>Announcements where every grain is on this one node: whoever listens here hears of every change, and nothing is active twice.</summary>
public sealed class LocalAnnouncer(StateListeners listeners) : IStateAnnouncer
{
    public Task Announce<TState>(string key)
    {
        listeners.Tell<TState>(key);
        return Task.CompletedTask;
    }

    public IDisposable Activate<TState>(string key, Action abandon) => OnlyHere.Instance;

    private sealed class OnlyHere : IDisposable
    {
        public static OnlyHere Instance { get; } = new();

        public void Dispose()
        {
        }
    }
}
