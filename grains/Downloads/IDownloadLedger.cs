using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;

namespace ResultsGrid.Grains.Downloads;

/// <summary>The record of every download, durable before its last byte leaves.</summary>
public interface IDownloadLedger
{
    /// <summary>Completes once the entry is durable.</summary>
    ValueTask Record(in Download download);

    /// <summary>Everything recorded of this centre so far shows in its Results grain.</summary>
    Task Settle(SeriesCode series, CentreNumber centre);
}
