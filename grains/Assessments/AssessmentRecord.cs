using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Grains.Assessments;

/// <summary>A unit or component, or a qualification, with its boundaries; and the national counts.</summary>
public sealed record AssessmentRecord
{
    /// <summary>Set for a unit or component.</summary>
    public Assessment? Assessment { get; init; }

    /// <summary>Set for a certification code.</summary>
    public Qualification? Qualification { get; init; }

    /// <summary>Over all centres, once awarded.</summary>
    public GradeCounts? Statistics { get; init; }
}
