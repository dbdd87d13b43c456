using System.Collections.Immutable;

namespace ResultsGrid.Storage.Azure.Epochs;

/// <summary>What the epoch log holds: how many announcements there ever were, and the last of them.</summary>
/// <param name="Identity">Random; another log at the same place has another.</param>
/// <param name="Epoch">1 for a new log; each announcement raises it by one. The last of <paramref name="Announcements"/> has this one.</param>
public sealed record EpochRecord(string Identity, long Epoch, ImmutableArray<Announcement> Announcements)
{
    /// <summary>Two seconds of a busy node at 500 states a second: five leases, so nobody who holds one misses any.</summary>
    public const int MaxAnnouncements = 1_000;

    /// <summary>The longest key, of a candidate, has 15.</summary>
    public const int MaxTextChars = 64;

    public static EpochRecord New(string identity) => new(identity, 1, []);

    /// <summary>The announcements after an epoch, oldest first; null if some of them have fallen out.</summary>
    public IReadOnlyList<Announcement>? Since(long epoch)
        => epoch >= Epoch - Announcements.Length ? Announcements[^(int)Math.Max(0, Epoch - epoch)..] : null;

    /// <param name="unnamed">How many more there were that nobody kept: whoever has not read past them has missed something.</param>
    public EpochRecord With(IReadOnlyCollection<Announcement> next, long unnamed)
    {
        ArgumentNullException.ThrowIfNull(next);
        ImmutableArray<Announcement> all = unnamed > 0 ? [.. next] : [.. Announcements, .. next];
        return this with { Epoch = Epoch + unnamed + next.Count, Announcements = all.Length > MaxAnnouncements ? all[^MaxAnnouncements..] : all };
    }
}
