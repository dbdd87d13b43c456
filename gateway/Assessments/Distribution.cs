using ResultsGrid.Awarding.Codes;
using ResultsGrid.Grains.Assessments;

namespace ResultsGrid.Gateway.Assessments;

/// <summary>Candidates by grade and outcome.</summary>
/// <param name="Ungraded">Components, which have a mark and no grade.</param>
public sealed record Distribution(int Total, IReadOnlyList<GradeTally> Grades, int NoResult, int Pending, int Absent, int Ungraded)
{
    public static Distribution Of(GradeCounts counts, IEnumerable<Grade> gradesBestFirst)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return new(counts.Total, GradeTally.Of(counts, gradesBestFirst), counts.NoResult, counts.Pending, counts.Absent, counts.Ungraded);
    }
}
