using ResultsGrid.Awarding.Codes;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Assessments;

/// <summary>How many candidates got what in one assessment or qualification.</summary>
/// <param name="Grades">By grade, U included.</param>
/// <param name="NoResult">X.</param>
/// <param name="Pending">Q.</param>
/// <param name="Absent">Did not sit the assessment.</param>
/// <param name="Ungraded">Components, which have a mark and no grade.</param>
[GenerateSerializer, Immutable, Alias("GradeCounts")]
public sealed record GradeCounts(
    [property: Id(0)] IReadOnlyDictionary<Grade, int> Grades,
    [property: Id(1)] int NoResult,
    [property: Id(2)] int Pending,
    [property: Id(3)] int Absent,
    [property: Id(4)] int Ungraded) : StoredRecord
{
    public static GradeCounts None { get; } = new(new Dictionary<Grade, int>(), 0, 0, 0, 0);

    public int Total => Grades.Values.Sum() + NoResult + Pending + Absent + Ungraded;

    public GradeCounts Plus(GradeCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var grades = new Dictionary<Grade, int>(Grades);
        foreach (var (grade, count) in other.Grades) grades[grade] = grades.GetValueOrDefault(grade) + count;
        return new(grades, NoResult + other.NoResult, Pending + other.Pending, Absent + other.Absent, Ungraded + other.Ungraded);
    }
}
