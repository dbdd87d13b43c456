using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Downloads;

namespace ResultsGrid.LoadTests.Overloads;

/// <summary>A ledger that takes so much longer: with a bound on requests worked on at once, it caps what a gateway serves at bound / delay, far below what the drill can ask.</summary>
internal sealed class SlowLedger(IDownloadLedger ledger, TimeSpan delay, TimeProvider clock) : IDownloadLedger
{
    public ValueTask Record(in Download download) => Late(ledger.Record(download));

    public Task Settle(SeriesCode series, CentreNumber centre) => ledger.Settle(series, centre);

    private async ValueTask Late(ValueTask recorded)
    {
        await Task.Delay(delay, clock);
        await recorded;
    }
}
