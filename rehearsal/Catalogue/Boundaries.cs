using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Rehearsal.Catalogue;

/// <summary>Short ways to write a table of boundaries, highest grade first.</summary>
internal static class Boundaries
{
    /// <param name="grades">As a list in a file, as many as there are marks.</param>
    public static Boundary[] Of(Provenance provenance, string grades, params int[] marks)
        => [.. Scale.Listed(grades).Zip(marks, (grade, mark) => new Boundary(grade, mark, null, provenance))];

    /// <summary>A vocational unit gives its own uniform marks.</summary>
    public static Boundary[] WithUms(Provenance provenance, string grades, int[] marks, int[] ums)
        => [.. Of(provenance, grades, marks).Zip(ums, (boundary, mark) => boundary with { Ums = mark })];

    /// <summary>The allowed E of the Higher tier, its mark left to the rule: half a band below D.</summary>
    public static Boundary[] AndAllowedE(this Boundary[] boundaries, Provenance provenance)
        => [.. boundaries, new Boundary("E", null, null, provenance)];
}
