namespace ResultsGrid.Exchange.SeriesFiles;

/// <summary>The outcome of reading a package: the series, or every fault found. Never both.</summary>
public abstract record SeriesReading
{
    public sealed record Accepted(LoadedSeries Series) : SeriesReading;

    /// <param name="Faults">In file and line order, at most <see cref="MaxFaults"/>.</param>
    /// <param name="HasMore">There are more than are listed.</param>
    public sealed record Refused(IReadOnlyList<Fault> Faults, bool HasMore) : SeriesReading;

    /// <summary>Past this the sender has a systematic error, and a longer list helps nobody.</summary>
    public const int MaxFaults = 1_000;
}
