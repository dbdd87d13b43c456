using System.Collections.Concurrent;

namespace ResultsGrid.Tests.NotEarly;

/// <summary>Where a gateway asks for the release decision, and where it does so in vain.</summary>
internal sealed class Leak
{
    /// <summary>Everything asked so far.</summary>
    public ConcurrentDictionary<Decision, bool> Asked { get; } = new();

    /// <summary>Here the answer is always open; null: nowhere.</summary>
    public Decision? At { get; set; }
}
