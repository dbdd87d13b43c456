using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Awarding.Aggregation;

/// <summary>One result that an award may count: an assessment as taken in one series.</summary>
/// <param name="Score">Uniform or weighted marks; 0 where absent; of a pending one the most that it can still come to.</param>
/// <param name="TerminalUms">The unit's share of the award's maximum if taken in the certification series, else 0.</param>
/// <param name="Outcome">Graded, absent or pending: a result that is X can't be counted.</param>
/// <param name="TowardsAStar">Among the units that the A* rule looks at.</param>
internal sealed record Sitting(
    Assessment Assessment,
    SeriesCode Series,
    decimal Score,
    int TerminalUms,
    Outcome Outcome,
    bool PartialAbsence,
    bool TowardsAStar);
