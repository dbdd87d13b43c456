using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Assessments;

/// <summary>What an assessment grain keeps.</summary>
public sealed record AssessmentState : StoredRecord
{
    /// <summary>As loaded and counted last; awards are made by it.</summary>
    public AssessmentRecord Working { get; init; } = new();

    /// <summary>As it was when the series was published last; the public reads it. A load changes nothing here.</summary>
    public AssessmentRecord? Announced { get; init; }
}
