using System.Collections.Concurrent;

namespace ResultsGrid.Grains.Hosting;

/// <summary>Those who serve states from memory, told by the host of this process.</summary>
public sealed class StateListeners : IStateChanges
{
    private readonly ConcurrentDictionary<string, ImmutableArray<Action<string>>> byState = new(StringComparer.Ordinal);
    private ImmutableArray<Action> ofGaps = [];

    /// <summary>What a state is called where its type can't be named.</summary>
    public static string NameOf<TState>() => typeof(TState).Name;

    public void Subscribe<TState>(Action<string> written)
        => byState.AddOrUpdate(NameOf<TState>(), [written], (_, others) => others.Add(written));

    public void SubscribeToGaps(Action missed) => ImmutableInterlocked.Update(ref ofGaps, (others, one) => others.Add(one), missed);

    public bool AnyFor(string stateName) => byState.ContainsKey(stateName);

    public void Tell<TState>(string key) => Tell(NameOf<TState>(), key);

    public void Tell(string stateName, string key)
    {
        if (!byState.TryGetValue(stateName, out var listeners)) return;
        foreach (var tell in listeners) tell(key);
    }

    public void TellOfGap()
    {
        foreach (var tell in ofGaps) tell();
    }
}
