using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Gateway.Snapshots;
using ResultsGrid.Grains.Release;
using ResultsGrid.Grains.Series;

namespace ResultsGrid.Gateway.Release;

/// <inheritdoc cref="IReleaseGate"/>
/// <remarks>The approved schedule and the guarded moment in, one decision out.</remarks>
public sealed class ReleaseGate(ServedState served, ReleaseClock clock) : IReleaseGate
{
    public DateTimeOffset Now => clock.Read().Now;

    public ValueTask<ReleaseSchedule?> ApprovedSchedule(SeriesCode series)
    {
        var release = served.Releases.Get(series.ToString());
        return release.IsCompletedSuccessfully ? new(release.Result.Approved?.Schedule) : Wait(release);

        static async ValueTask<ReleaseSchedule?> Wait(ValueTask<SeriesRelease> release) => (await release).Approved?.Schedule;
    }

    public ValueTask<ReadDecision> Decide(Reader reader, CentreNumber? centre, SeriesCode series, Subject subject)
    {
        var schedule = ApprovedSchedule(series);
        return schedule.IsCompletedSuccessfully ? new(Decide(reader, centre, subject, schedule.Result)) : Decide(reader, centre, subject, schedule);
    }

    private async ValueTask<ReadDecision> Decide(Reader reader, CentreNumber? centre, Subject subject, ValueTask<ReleaseSchedule?> approved)
        => Decide(reader, centre, subject, await approved);

    private ReadDecision Decide(Reader reader, CentreNumber? centre, Subject subject, ReleaseSchedule? approved)
        => ReleaseDecision.Decide(reader, centre, subject, approved, Now);
}
