using System.Text.Json.Serialization;

namespace ResultsGrid.Awarding.Specification;

/// <summary>A unit's uniform mark scale.</summary>
/// <param name="MaximumUms">The unit's maximum uniform mark.</param>
/// <param name="AttainableUms">The most that this tier can earn: on Foundation the B boundary less one (83 of 120); else the maximum.</param>
/// <param name="BelowLowest">The stretch below the lowest boundary.</param>
/// <param name="AStar">An A2 unit's A* point (90 %); used for conversion only, units are graded to A.</param>
/// <param name="Cap">The raw mark from which the most attainable uniform mark is given; null: only the paper's maximum earns it.</param>
/// <param name="NotionalN">The point N below E, where <paramref name="BelowLowest"/> asks for it.</param>
public sealed record UniformScale(
    int MaximumUms,
    int AttainableUms,
    BelowLowest BelowLowest,
    ConversionPoint? AStar,
    ConversionPoint? Cap,
    ConversionPoint? NotionalN)
{
    /// <summary>The grade earns its boundary's uniform mark, and no line runs between the boundaries: points of a unit grade.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsByGrade { get; init; }
}
