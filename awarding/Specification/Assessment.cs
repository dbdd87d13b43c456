using System.Text.Json.Serialization;
using ResultsGrid.Awarding.Codes;

namespace ResultsGrid.Awarding.Specification;

/// <summary>A unit or component of one series, complete: nothing is recomputed from it later.</summary>
/// <param name="MaximumMark">The paper's maximum raw mark.</param>
/// <param name="Weight">Linear components: the factor that a raw mark is multiplied by. 1 for a unit.</param>
/// <param name="Boundaries">Raw boundaries, highest grade first. Notional for a component, and possibly empty there.</param>
/// <param name="Scale">The uniform mark scale of a unit; null for a component.</param>
public sealed record Assessment(
    AssessmentCode Code,
    string Title,
    AssessmentKind Kind,
    UnitLevel Level,
    Tier Tier,
    Marking Marking,
    int MaximumMark,
    decimal Weight,
    IReadOnlyList<GradeBoundary> Boundaries,
    UniformScale? Scale)
{
    /// <summary>A unit's own gradeset, where it has one or results files carry its grades by codes; null where each grade is carried as it is printed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Gradeset? Gradeset { get; init; }
}
