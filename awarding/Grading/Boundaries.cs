using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Awarding.Grading;

/// <summary>Marks held to boundaries: raw marks of a unit, uniform or weighted totals of an award.</summary>
internal static class Boundaries
{
    /// <summary>The highest grade whose boundary is reached; U below the lowest.</summary>
    /// <param name="boundaries">Highest first.</param>
    public static Grade GradeOf(int mark, IReadOnlyList<GradeBoundary> boundaries)
    {
        foreach (var boundary in boundaries)
        {
            if (mark >= boundary.Mark) return boundary.Grade;
        }

        return Gradeset.Unclassified;
    }
}
