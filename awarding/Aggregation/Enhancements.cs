using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Awarding.Aggregation;

/// <summary>Special consideration for missed assessments: the score linked to the decided grade less what is present (domain 4.6).</summary>
internal static class Enhancements
{
    /// <summary>One for each missed assessment, in code order; the first takes as much as it can hold.</summary>
    /// <param name="present">The sum of the other counted results.</param>
    public static IReadOnlyList<Enhancement> Of(Grade decided, decimal present, IEnumerable<Assessment> missed, Qualification qualification, QualificationOption option)
    {
        var wanting = Math.Max(0, LinkedScore(decided, qualification, option) - present);
        List<Enhancement> enhancements = [];
        foreach (var assessment in missed)
        {
            var score = Math.Min(wanting, Scores.Most(assessment));
            enhancements.Add(new Enhancement(assessment.Code, score));
            wanting -= score;
        }

        return enhancements;
    }

    private static int LinkedScore(Grade decided, Qualification qualification, QualificationOption option)
    {
        if (decided == Gradeset.Unclassified) return 0;
        if (option.Boundaries.FirstOrDefault(boundary => boundary.Grade == decided) is { } boundary) return boundary.Mark;
        return decided.ToString() == "A*" && qualification.AStar is { } rule
            ? rule.MinimumOverallUms
            : throw new ArgumentException($"{qualification.Code}: the decided grade {decided} is none of option '{option.Code}'.");
    }
}
