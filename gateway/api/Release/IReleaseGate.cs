using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Gateway.Api.Release;

/// <summary>Where every path of the API that shows a result asks whether it may.</summary>
public interface IReleaseGate
{
    /// <summary>The guarded clock's moment.</summary>
    DateTimeOffset Now { get; }

    Task<ReleaseSchedule?> ApprovedSchedule(SeriesCode series);

    /// <param name="centre">Whose results; null for what belongs to no centre.</param>
    Task<ReadDecision> Decide(Reader reader, CentreNumber? centre, SeriesCode series, Subject subject);
}
