using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Gateway.Release;

/// <summary>Where every path of the API that shows a result asks whether it may.</summary>
/// <remarks>Answered at once where the series' schedule is in memory.</remarks>
public interface IReleaseGate
{
    /// <summary>The guarded clock's moment.</summary>
    DateTimeOffset Now { get; }

    ValueTask<ReleaseSchedule?> ApprovedSchedule(SeriesCode series);

    /// <param name="centre">Whose results; null for what belongs to no centre.</param>
    ValueTask<ReadDecision> Decide(Reader reader, CentreNumber? centre, SeriesCode series, Subject subject);
}
