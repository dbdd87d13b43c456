using System.Collections.Concurrent;

namespace ResultsGrid.Gateway.Snapshots;

/// <summary>What was read of grains, kept in memory until one of the states behind it is written.</summary>
/// <remarks>
/// Whoever asks after <see cref="Drop"/> has returned gets what was read after it: a reading that began before is given to
/// those who wait for it, and to nobody else (docs/hot-path.md).
/// </remarks>
/// <param name="read">Reads a snapshot by its grain's key.</param>
/// <param name="maxKept">Past this, those that nobody asked for lately are let go.</param>
/// <param name="readers">Where readings run; the thread pool if null.</param>
public sealed class Snapshots<TSnapshot>(Func<string, Task<TSnapshot>> read, int maxKept, TaskScheduler? readers = null)
    where TSnapshot : class
{
    private readonly ConcurrentDictionary<string, Place>.AlternateLookup<ReadOnlySpan<char>> byKey
        = new ConcurrentDictionary<string, Place>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private ConcurrentDictionary<string, Place> Places => byKey.Dictionary;

    public int Count => Places.Count;

    /// <summary>The snapshot, where it is in memory.</summary>
    public TSnapshot? Find(ReadOnlySpan<char> key)
        => byKey.TryGetValue(key, out var place) ? place.Present : null;

    /// <summary>The snapshot, read first if need be.</summary>
    public ValueTask<TSnapshot> Get(string key)
    {
        if (Places.TryGetValue(key, out var known)) return known.Get(read, key, readers);
        if (Places.Count >= maxKept) LetGo();
        return Places.GetOrAdd(key, static _ => new Place()).Get(read, key, readers);
    }

    /// <summary>A state behind this snapshot was written.</summary>
    public void Drop(string key)
    {
        if (Places.TryGetValue(key, out var place)) place.Drop();
    }

    /// <summary>Any state behind any snapshot may have been written.</summary>
    public void DropAll()
    {
        // A place that is added meanwhile reads what is there now.
        foreach (var (_, place) in Places) place.Drop();
    }

    /// <summary>A place let go while it reads still answers those who wait for it, and is found by nobody else.</summary>
    private void LetGo()
    {
        foreach (var place in Places)
        {
            if (!place.Value.WasAsked()) Places.TryRemove(place);
        }
    }

    private sealed class Place
    {
        private readonly Lock gate = new();
        private volatile TSnapshot? present;
        private volatile bool asked;
        private Task<TSnapshot>? reading;
        private int drops;

        public TSnapshot? Present
        {
            get
            {
                // Read first: a write on every request would have the processors pass this line to and fro.
                if (!asked) asked = true;
                return present;
            }
        }

        public ValueTask<TSnapshot> Get(Func<string, Task<TSnapshot>> read, string key, TaskScheduler? readers)
        {
            if (Present is { } snapshot) return new(snapshot);
            lock (gate)
            {
                if (present is { } meanwhile) return new(meanwhile);
                var began = drops;
                // On another thread, so that nothing of it runs under the lock.
                return new(reading ??= Task.Factory.StartNew(() => Read(read, key, began), CancellationToken.None, TaskCreationOptions.DenyChildAttach, readers ?? TaskScheduler.Default).Unwrap());
            }
        }

        public void Drop()
        {
            lock (gate)
            {
                drops++;
                present = null;
                reading = null;
            }
        }

        public bool WasAsked()
        {
            var was = asked;
            asked = false;
            return was;
        }

        private async Task<TSnapshot> Read(Func<string, Task<TSnapshot>> read, string key, int began)
        {
            TSnapshot? snapshot = null;
            try
            {
                return snapshot = await read(key);
            }
            finally
            {
                lock (gate)
                {
                    if (drops == began)
                    {
                        present = snapshot;
                        reading = null;
                    }
                }
            }
        }
    }
}
