namespace ResultsGrid.Grains.Release;

/// <summary>What was decided on a wish to read.</summary>
public abstract record ReadDecision
{
    private ReadDecision()
    {
    }

    public sealed record Open : ReadDecision
    {
        /// <summary>There is nothing to tell one from another.</summary>
        public static Open Now { get; } = new();
    }

    /// <param name="Opens">When this reader may read; null while no schedule is approved.</param>
    public sealed record Embargoed(DateTimeOffset? Opens) : ReadDecision;

    /// <summary>Another centre's: answered as if it did not exist.</summary>
    public sealed record NotYours : ReadDecision;

    /// <summary>The reader's own centre, but none of their roles reads results.</summary>
    public sealed record NotYourRole : ReadDecision;
}
