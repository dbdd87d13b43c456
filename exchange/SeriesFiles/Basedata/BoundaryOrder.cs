using System.Globalization;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.SeriesFiles.Tables;

namespace ResultsGrid.Exchange.SeriesFiles.Basedata;

/// <summary>Boundaries fall strictly from grade to grade, in marks and in uniform marks, and leave out no grade between two of them.</summary>
internal static class BoundaryOrder
{
    /// <param name="gradeset">Highest first; holds every boundary's grade.</param>
    public static List<BoundaryLine> HighestFirst(IEnumerable<BoundaryLine> boundaries, IReadOnlyList<Grade> gradeset)
        => [.. boundaries.OrderBy(boundary => gradeset.IndexOf(boundary.Grade))];

    public static void Check(IReadOnlyList<BoundaryLine> highestFirst, IReadOnlyList<Grade> gradeset, FileFaults faults)
    {
        foreach (var (higher, lower) in highestFirst.Zip(highestFirst.Skip(1)))
        {
            CheckFall(lower, "mark", lower.Mark, higher.Mark, higher.Grade, faults);
            CheckFall(lower, "ums", lower.Ums, higher.Ums, higher.Grade, faults);
            var between = gradeset.IndexOf(lower.Grade) - gradeset.IndexOf(higher.Grade) - 1;
            if (between > 0)
                faults.Add(lower.Line, "grade", lower.Grade.ToString(), $"follows {higher.Grade}, and {gradeset[gradeset.IndexOf(lower.Grade) - 1]} between them has no boundary");
        }
    }

    private static void CheckFall(BoundaryLine lower, string field, int? mark, int? above, Grade grade, FileFaults faults)
    {
        if (mark >= above)
            faults.Add(lower.Line, field, mark.Value.ToString(CultureInfo.InvariantCulture), $"must be below the {above} of {grade}, the grade above {lower.Grade}");
    }

    private static int IndexOf(this IReadOnlyList<Grade> gradeset, Grade grade) => gradeset.Index().First(entry => entry.Item == grade).Index;
}
