using ResultsGrid.Awarding.Specification;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Assessments;

/// <inheritdoc cref="IAssessmentGrain"/>
[GrainType("assessment")]
public sealed class AssessmentGrain([PersistentState("AssessmentState")] IPersistentState<AssessmentState> storage) : Grain, IAssessmentGrain
{
    /// <remarks>Statistics of an earlier award go with the specification that they were counted by.</remarks>
    public Task Define(Assessment assessment) => Redefine(assessment, qualification: null);

    public Task DefineQualification(Qualification qualification) => Redefine(assessment: null, qualification);

    public Task SetStatistics(GradeCounts statistics) => Work(storage.State.Working with { Statistics = statistics });

    public Task Announce() => storage.Commit(storage.State with { Announced = storage.State.Working });

    public Task<AssessmentRecord?> Get() => Task.FromResult(storage.RecordExists ? storage.State.Working : null);

    public Task<AssessmentRecord?> GetAnnounced() => Task.FromResult(storage.State.Announced);

    private Task Redefine(Assessment? assessment, Qualification? qualification)
        => Work(storage.State.Working with { Assessment = assessment, Qualification = qualification, Statistics = null });

    private Task Work(AssessmentRecord working) => storage.Commit(storage.State with { Working = working });
}
