using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Downloads;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Gateway.Api.Documents;

/// <summary>Until the append-only one is here: a state write each.</summary>
public sealed class GrainDownloadLedger(IGrainFactory grains) : IDownloadLedger
{
    public ValueTask Record(in Download download)
        => new(grains.Results(download.Series, download.Centre).RecordFetch(download.By, download.Version, download.Documents));

    public Task Settle(SeriesCode series, CentreNumber centre) => Task.CompletedTask;
}
