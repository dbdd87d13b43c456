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

    /// <summary>Makes the present specification and statistics those that the public reads from candidate release.</summary>
    Task Announce();

    /// <summary>The record that awards are made by, or null for a code that the series does not have.</summary>
    [ReadOnly]
    Task<AssessmentRecord?> Get();

    /// <summary>The record as it was published last, or null while it never was.</summary>
    [ReadOnly]
    Task<AssessmentRecord?> GetAnnounced();
}
