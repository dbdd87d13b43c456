using System.Collections.Concurrent;
using System.Collections.Immutable;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Embedded.State;

/// <inheritdoc cref="IStateChanges"/>
/// <remarks>The data folder is this process's alone, so whoever listens here hears of every change.</remarks>
internal sealed class StateChanges : IStateChanges
{
    private readonly ConcurrentDictionary<Type, ImmutableArray<Action<string>>> listeners = new();

    public void Subscribe<TState>(Action<string> written)
        => listeners.AddOrUpdate(typeof(TState), [written], (_, others) => others.Add(written));

    public void Announce<TState>(string key)
    {
        if (!listeners.TryGetValue(typeof(TState), out var told)) return;
        foreach (var tell in told) tell(key);
    }
}
