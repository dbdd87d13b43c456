using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace ResultsGrid.Storage.Azure.Epochs;

/// <summary>The states that are active in this process.</summary>
internal sealed class ActiveStates
{
    private readonly ConcurrentDictionary<(string State, string Key), ImmutableArray<Activity>> active = new();

    public IDisposable Add(string state, string key, Action abandon)
    {
        var activity = new Activity(this, (state, key), abandon);
        active.AddOrUpdate((state, key), [activity], (_, others) => others.Add(activity));
        return activity;
    }

    public void Abandon(string state, string key)
    {
        if (!active.TryRemove((state, key), out var overtaken)) return;
        foreach (var activity in overtaken) activity.Abandon();
    }

    public void AbandonAll()
    {
        foreach (var (state, key) in active.Keys) Abandon(state, key);
    }

    private void Remove(Activity ended, (string State, string Key) place)
    {
        while (active.TryGetValue(place, out var here) && here.Contains(ended))
        {
            var others = here.Remove(ended);
            if (others.IsEmpty ? active.TryRemove(new(place, here)) : active.TryUpdate(place, others, here)) return;
        }
    }

    private sealed class Activity(ActiveStates states, (string State, string Key) place, Action abandon) : IDisposable
    {
        public void Abandon() => abandon();

        public void Dispose() => states.Remove(this, place);
    }
}
