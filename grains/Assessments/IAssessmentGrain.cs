using Orleans.Concurrency;
using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Grains.Assessments;

/// <summary>A unit, component or qualification in one series: its specification, grade boundaries, conversion and statistics.</summary>
/// <remarks>Key: series/code, for example 6B26/F011 or 6B26/H401.</remarks>
[Alias("IAssessmentGrain")]
public interface IAssessmentGrain : IGrainWithStringKey
{
    [Alias("Define")]
    Task Define(Assessment assessment);

    [Alias("DefineQualification")]
    Task DefineQualification(Qualification qualification);

    [Alias("SetStatistics")]
    Task SetStatistics(GradeCounts statistics);

    /// <summary>Makes the present specification and statistics those that the public reads from candidate release.</summary>
    [Alias("Announce")]
    Task Announce();

    /// <summary>The record that awards are made by, or null for a code that the series does not have.</summary>
    [ReadOnly, Alias("Get")]
    Task<AssessmentRecord?> Get();

    /// <summary>The record as it was published last, or null while it never was.</summary>
    [ReadOnly, Alias("GetAnnounced")]
    Task<AssessmentRecord?> GetAnnounced();
}
