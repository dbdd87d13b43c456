using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Awarding.Aggregation;

/// <summary>One contribution of an option, with this candidate's results that may fill it.</summary>
/// <param name="IsFixed">Must be counted: mandatory, or missed with special consideration.</param>
/// <param name="Sittings">None where nothing can be counted.</param>
/// <param name="HasNoResult">This series gave X here.</param>
/// <param name="IsEnhanced">Missed in this series, and the award's grade was decided without it.</param>
internal sealed record Place(
    Assessment Assessment,
    bool IsFixed,
    IReadOnlyList<Sitting> Sittings,
    bool HasNoResult,
    bool IsEnhanced);
