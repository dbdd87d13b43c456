using ResultsGrid.Awarding.Codes;
using ResultsGrid.Grains.Assessments;

namespace ResultsGrid.Gateway.Assessments;

/// <summary>How many got a grade, and how many that grade or a better one.</summary>
public sealed record GradeTally(Grade Grade, int Count, int Cumulative)
{
    /// <summary>Every grade of the list, best first, then U.</summary>
    public static IReadOnlyList<GradeTally> Of(GradeCounts counts, IEnumerable<Grade> gradesBestFirst)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(gradesBestFirst);
        var soFar = 0;
        return [.. gradesBestFirst.Append(Gradeset.Unclassified).Select(grade =>
        {
            var count = counts.Grades.GetValueOrDefault(grade);
            return new GradeTally(grade, count, soFar += count);
        })];
    }
}
