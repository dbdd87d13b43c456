using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Storage.Azure.Epochs;

/// <summary>What this node knows of the cluster's changes, and its right to answer by it (docs/epochs.md).</summary>
public sealed class Epochs(TimeProvider clock) : IStateChanges, IServingLease, IStateAnnouncer
{
    private readonly string node = RandomName.New();
    private readonly StateListeners listeners = new();
    private readonly ActiveStates active = new();
    private readonly RepeatedDrops again = new();
    private readonly Lock gate = new();
    private volatile EpochReading? known;
    private long knownSince;
    private long heldUntil = long.MinValue;

    /// <inheritdoc/>
    /// <remarks>What is due to be dropped again is dropped here: a moment later somebody would be answered from it.</remarks>
    public bool IsHeld
    {
        get
        {
            var now = clock.GetTimestamp();
            if (now >= Volatile.Read(ref heldUntil)) return false;
            if (now >= again.NextDue) DropAgain(now);
            return true;
        }
    }

    internal AnnouncementQueue Queue { get; } = new();

    /// <summary>The last reading that this node has acted on; null before the first.</summary>
    internal EpochReading? Known => known;

    public void Subscribe<TState>(Action<string> written) => listeners.Subscribe<TState>(written);

    public void SubscribeToGaps(Action missed) => listeners.SubscribeToGaps(missed);

    public Task Announce<TState>(string key) => Announce(StateListeners.NameOf<TState>(), key);

    public Task AnnounceFound<TState>(string key) => Announce<TState>(key);

    /// <inheritdoc cref="Announce{TState}"/>
    public Task Announce(string stateType, string key)
    {
        ArgumentNullException.ThrowIfNull(stateType);
        ArgumentNullException.ThrowIfNull(key);
        if (!listeners.AnyFor(stateType)) return Task.CompletedTask;
        if (Math.Max(stateType.Length, key.Length) > EpochRecord.MaxTextChars)
            throw new ArgumentException($"{stateType} {key} is longer than the {EpochRecord.MaxTextChars} characters that the epoch log takes.");
        listeners.Tell(stateType, key);
        return Queue.Add(new Announcement(node, stateType, key));
    }

    public IDisposable Activate<TState>(string key, Action abandon) => active.Add(StateListeners.NameOf<TState>(), key, abandon);

    public ValueTask ShownEverywhere(CancellationToken cancellation) => new(Task.Delay(EpochTimes.ShownAfter, clock, cancellation));

    /// <summary>The log was read: acts on what is new in it, and only then renews the lease.</summary>
    /// <param name="reading">Null if it was unchanged since a reading that this node has acted on.</param>
    /// <param name="began">The timestamp when the reading began: what was announced before is in it.</param>
    internal void Observe(EpochReading? reading, long began)
    {
        lock (gate)
        {
            var now = clock.GetTimestamp();
            again.RunUntil(now, Drop);
            if (reading is not null && !ActOn(reading, began, now)) return;
            var until = began + Ticks(EpochTimes.Lease);
            if (until > heldUntil) Volatile.Write(ref heldUntil, until);
        }
    }

    /// <summary>False if it says nothing: another log, read before the present one was.</summary>
    private bool ActOn(EpochReading reading, long began, long now)
    {
        var isLater = began > knownSince;
        if (known is not { } last) Miss(now);
        else if (reading.Record.Identity != last.Record.Identity)
        {
            if (!isLater) return false;
            Miss(now);
        }
        else if (reading.Record.Epoch < last.Record.Epoch)
        {
            // Overtaken on its way, or somebody put an older log back.
            if (!isLater) return true;
            Miss(now);
        }
        else if (reading.Record.Since(last.Record.Epoch) is not { } news) Miss(now);
        else if (news.Count > 0) Hear(news, now);

        (known, knownSince) = (reading, now);
        return true;
    }

    private void Hear(IReadOnlyList<Announcement> news, long now)
    {
        foreach (var announcement in news)
        {
            if (announcement.Node != node) active.Abandon(announcement.State, announcement.Key);
        }

        Drop(news);
        again.Add(now + Ticks(EpochTimes.LeaseOver), news);
    }

    private void Miss(long now)
    {
        active.AbandonAll();
        Drop(null);
        again.Add(now + Ticks(EpochTimes.LeaseOver), null);
    }

    private void DropAgain(long now)
    {
        lock (gate) again.RunUntil(now, Drop);
    }

    private void Drop(IReadOnlyList<Announcement>? announced)
    {
        if (announced is null) listeners.TellOfGap();
        foreach (var announcement in announced ?? []) listeners.Tell(announcement.State, announcement.Key);
    }

    private long Ticks(TimeSpan time) => (long)(time.TotalSeconds * clock.TimestampFrequency);
}
