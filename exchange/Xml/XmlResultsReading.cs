using ResultsGrid.Exchange.SeriesFiles;

namespace ResultsGrid.Exchange.Xml;

/// <summary>The outcome of reading an XML results file: what it says, or what is wrong with it. Never both.</summary>
public abstract record XmlResultsReading
{
    public sealed record Accepted(XmlResults Results) : XmlResultsReading;

    /// <param name="Faults">In line order, at most <see cref="SeriesReading.MaxFaults"/>.</param>
    /// <param name="HasMore">There are more than are listed.</param>
    public sealed record Refused(IReadOnlyList<Fault> Faults, bool HasMore) : XmlResultsReading;
}
