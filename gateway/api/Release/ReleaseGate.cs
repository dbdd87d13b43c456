using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Gateway.Api.Release;

/// <inheritdoc cref="IReleaseGate"/>
/// <remarks>The approved schedule and the guarded moment in, one decision out.</remarks>
public sealed class ReleaseGate(IGrainFactory grains, ReleaseClock clock) : IReleaseGate
{
    public DateTimeOffset Now => clock.Read().Now;

    public async Task<ReleaseSchedule?> ApprovedSchedule(SeriesCode series)
        => (await grains.Series(series).GetRelease()).Approved?.Schedule;

    public async Task<ReadDecision> Decide(Reader reader, CentreNumber? centre, SeriesCode series, Subject subject)
        => ReleaseDecision.Decide(reader, centre, subject, await ApprovedSchedule(series), Now);
}
