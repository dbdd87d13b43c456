using ResultsGrid.Awarding.Specification;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Assessments;

/// <summary>A unit or component, or a qualification, with its boundaries; and the national counts.</summary>
[GenerateSerializer, Immutable, Alias("AssessmentRecord")]
public sealed record AssessmentRecord : StoredRecord
{
    /// <summary>Set for a unit or component.</summary>
    [Id(0)]
    public Assessment? Assessment { get; init; }

    /// <summary>Set for a certification code.</summary>
    [Id(1)]
    public Qualification? Qualification { get; init; }

    /// <summary>Over all centres, once awarded.</summary>
    [Id(2)]
    public GradeCounts? Statistics { get; init; }
}
