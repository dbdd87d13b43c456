using Orleans.Concurrency;
using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Grains.Assessments;

/// <summary>A unit, component or qualification in one series: its specification, grade boundaries, conversion and statistics.</summary>
/// <remarks>Key: series/code, for example 6B26/F011 or 6B26/H401.</remarks>
public interface IAssessmentGrain : IGrainWithStringKey
{
    Task Define(Assessment assessment);

    Task DefineQualification(Qualification qualification);

    Task SetStatistics(GradeCounts statistics);

    /// <summary>The record, or null for a code that the series does not have.</summary>
    [ReadOnly]
    Task<AssessmentRecord?> Get();
}
