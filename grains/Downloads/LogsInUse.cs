namespace ResultsGrid.Grains.Downloads;

/// <summary>Which logs may still bring entries: a grain keeps its places in these, and forgets those in others.</summary>
/// <param name="Listed">The ids of those that were found.</param>
/// <param name="From">Logs that other writers have begun since have ids that sort here or behind; null where nobody else writes.</param>
[GenerateSerializer, Immutable, Alias("LogsInUse")]
public sealed record LogsInUse([property: Id(0)] ImmutableArray<string> Listed, [property: Id(1)] string? From = null)
{
    /// <summary>Before anything was found: any log may.</summary>
    public static LogsInUse Unknown { get; } = new([], From: "");

    public bool Has(string log) => Listed.Contains(log) || (From is not null && string.CompareOrdinal(log, From) >= 0);
}
