using Orleans.Core;
using ResultsGrid.Awarding.Specification;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Assessments;

/// <inheritdoc cref="IAssessmentGrain"/>
public sealed class AssessmentGrain(IStorage<AssessmentRecord> storage) : IAssessmentGrain
{
    /// <remarks>Statistics of an earlier award go with the specification that they were counted by.</remarks>
    public Task Define(Assessment assessment) => storage.Commit(new AssessmentRecord { Assessment = assessment });

    public Task DefineQualification(Qualification qualification) => storage.Commit(new AssessmentRecord { Qualification = qualification });

    public Task SetStatistics(GradeCounts statistics) => storage.Commit(storage.State with { Statistics = statistics });

    public Task<AssessmentRecord?> Get() => Task.FromResult(storage.RecordExists ? storage.State : null);
}
