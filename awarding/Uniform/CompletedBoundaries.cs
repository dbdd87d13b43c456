using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Awarding.Uniform;

/// <summary>A unit's boundaries, each with its mark and uniform mark, in the order given.</summary>
internal sealed class CompletedBoundaries
{
    private CompletedBoundaries(IReadOnlyList<GradeBoundary> all) => All = all;

    public IReadOnlyList<GradeBoundary> All { get; }

    public static CompletedBoundaries Of(UnitLevel level, Tier tier, int maximumUms, IReadOnlyList<GivenBoundary> given)
        => new([.. given.Select(boundary => Completed(boundary, level, tier, maximumUms, given))]);

    /// <summary>The raw mark that a rule computes from.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public int MarkOf(string grade, string computed)
        => All.FirstOrDefault(boundary => boundary.Grade.ToString() == grade)?.Mark
            ?? throw new ArgumentException(Missing(grade, computed));

    private static GradeBoundary Completed(GivenBoundary boundary, UnitLevel level, Tier tier, int maximumUms, IReadOnlyList<GivenBoundary> given)
    {
        if (level is UnitLevel.AS or UnitLevel.A2 && boundary.Grade.ToString() == "A*")
        {
            throw new ArgumentException("An AS or A2 unit is graded to A: its A* mark is a point of the conversion, not a boundary.");
        }

        var ums = boundary.Ums
            ?? UniformScales.BoundaryUms(level, tier, boundary.Grade, maximumUms)
            ?? throw new ArgumentException($"Grade {boundary.Grade} has no fixed share of the uniform marks on this unit: its uniform mark must be given.");
        return boundary.Mark is { } mark
            ? new GradeBoundary(boundary.Grade, mark, ums, boundary.Provenance)
            : new GradeBoundary(boundary.Grade, AllowedE(boundary.Grade, level, tier, given), ums, Provenance.Computed);
    }

    // Half a band below D (OCR C40 D32 gives 28, Edexcel C23 D13 gives 8). Both bands are even: that an odd one goes to the
    // lower mark, in the candidate's favour as the A* rule rounds, is ours.
    private static int AllowedE(Grade grade, UnitLevel level, Tier tier, IReadOnlyList<GivenBoundary> given)
    {
        if ((level, tier, grade.ToString()) != (UnitLevel.Gcse, Tier.Higher, "E"))
        {
            throw new ArgumentException($"The mark of grade {grade} must be given: only the Higher tier's E is computed.");
        }

        var (c, d) = (Given("C"), Given("D"));
        var mark = d - ((c - d + 1) / 2);
        return mark > 0 ? mark : throw new ArgumentException($"Half a band below D ({d}, with C at {c}) lies below 1: the mark of E must be given.");

        int Given(string name) => given.FirstOrDefault(boundary => boundary.Grade.ToString() == name)?.Mark
            ?? throw new ArgumentException(Missing(name, "The Higher tier's E"));
    }

    private static string Missing(string grade, string computed)
        => $"{computed} is computed from the {grade} boundary, which is missing: give the one or the other.";
}
