using System.Collections.Concurrent;
using System.Collections.Immutable;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Silo.State;

/// <summary>Announcements where every grain is on this one node: whoever listens here hears of every change.</summary>
public sealed class LocalStateChanges : IStateChanges, IStateAnnouncer
{
    private readonly ConcurrentDictionary<Type, ImmutableArray<Action<string>>> listeners = new();

    public void Subscribe<TState>(Action<string> written)
        => listeners.AddOrUpdate(typeof(TState), [written], (_, others) => others.Add(written));

    public Task Announce<TState>(string key)
    {
        if (listeners.TryGetValue(typeof(TState), out var told))
        {
            foreach (var tell in told) tell(key);
        }

        return Task.CompletedTask;
    }

    /// <summary>A cluster of one has no second activation.</summary>
    public IDisposable Activate<TState>(string key, Action abandon) => OnlyHere.Instance;

    private sealed class OnlyHere : IDisposable
    {
        public static OnlyHere Instance { get; } = new();

        public void Dispose()
        {
        }
    }
}
