using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Downloads;

namespace ResultsGrid.LoadTests.Ceilings;

/// <summary>Records nothing: what the ledger costs is what a gateway is faster without it.</summary>
internal sealed class NoLedger : IDownloadLedger
{
    public ValueTask Record(in Download download) => ValueTask.CompletedTask;

    public Task Settle(SeriesCode series, CentreNumber centre) => Task.CompletedTask;
}
