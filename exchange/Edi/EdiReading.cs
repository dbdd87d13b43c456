using ResultsGrid.Exchange.SeriesFiles;

namespace ResultsGrid.Exchange.Edi;

/// <summary>The outcome of reading a results file: what it says, or what is wrong with it. Never both.</summary>
public abstract record EdiReading
{
    public sealed record Accepted(EdiFile File) : EdiReading;

    /// <param name="Faults">In line order, at most <see cref="SeriesReading.MaxFaults"/>.</param>
    /// <param name="HasMore">There are more than are listed.</param>
    public sealed record Refused(IReadOnlyList<Fault> Faults, bool HasMore) : EdiReading;
}
