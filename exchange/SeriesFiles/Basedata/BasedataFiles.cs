using ResultsGrid.Awarding.Specification;
using ResultsGrid.Exchange.SeriesFiles.Packages;
using ResultsGrid.Exchange.SeriesFiles.Tables;

namespace ResultsGrid.Exchange.SeriesFiles.Basedata;

/// <summary>The seven files that say what can be taken and how it is awarded.</summary>
internal sealed class BasedataFiles
{
    private readonly GradesetRows gradesets = new();
    private readonly QualificationBoundaryRows qualificationBoundaries;
    private readonly AssessmentBoundaryRows assessmentBoundaries;

    public BasedataFiles()
    {
        Assessments = new AssessmentRows(gradesets);
        Qualifications = new QualificationRows(Assessments, gradesets);
        Options = new OptionRows(Qualifications);
        Contributions = new ContributionRows(Options, Assessments);
        qualificationBoundaries = new QualificationBoundaryRows(Options);
        assessmentBoundaries = new AssessmentBoundaryRows(Assessments);
    }

    public AssessmentRows Assessments { get; }

    public QualificationRows Qualifications { get; }

    public OptionRows Options { get; }

    public ContributionRows Contributions { get; }

    /// <summary>Reads them in the order in which they refer to each other.</summary>
    public (IReadOnlyList<Qualification> Qualifications, IReadOnlyList<Assessment> Assessments) Read(
        Package package, FaultList faults, CancellationToken cancellation)
    {
        TableFile[] inOrder = [gradesets, Assessments, Qualifications, Options, Contributions, qualificationBoundaries, assessmentBoundaries];
        foreach (var table in inOrder) new TableReader(table, faults.For(table.Name), cancellation).Read(package);

        var contributionsAreWhole = Options.IsWhole && Contributions.IsWhole;
        var qualifications = new QualificationCompletion(faults, contributionsAreWhole && qualificationBoundaries.IsWhole);
        var assessments = new AssessmentCompletion(faults, contributionsAreWhole && assessmentBoundaries.IsWhole);
        return (
            [.. Qualifications.All.OrderBy(draft => draft.Code).Select(qualifications.Complete).OfType<Qualification>()],
            [.. Assessments.All.OrderBy(draft => draft.Code).Select(assessments.Complete).OfType<Assessment>()]);
    }
}
