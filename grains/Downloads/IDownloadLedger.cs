using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Downloads;

/// <summary>Who downloaded what: durable at once, and in the centres' Results grains soon after.</summary>
public interface IDownloadLedger
{
    /// <summary>Completes once the entry is durable.</summary>
    /// <exception cref="OverloadedException">A bound is reached: nothing was recorded.</exception>
    /// <exception cref="StorageUnavailableException">The storage refused, or the outcome is unknown: whoever answers the download must refuse it.</exception>
    ValueTask Record(in Download download);

    /// <summary>Everything that this process recorded of this centre so far shows in its Results grain; what other nodes did follows within a round or two.</summary>
    /// <exception cref="StorageUnavailableException">The grain's state can't be written.</exception>
    Task Settle(SeriesCode series, CentreNumber centre);
}
