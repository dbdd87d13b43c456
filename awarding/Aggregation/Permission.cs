using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Awarding.Aggregation;

/// <summary>Whether a candidate's results make a permitted combination at all.</summary>
internal static class Permission
{
    /// <summary>Why they do not: a fixed place stays empty, or too few optional ones are filled. Null where they do.</summary>
    public static string? WhyNot(IReadOnlyList<Place> places, int optional, Structure structure)
    {
        var missing = places.Where(place => place.IsFixed && place.Sittings.Count == 0).ToList();
        var filled = places.Count(place => !place.IsFixed && place.Sittings.Count > 0);
        if (missing.Count == 0 && filled >= optional) return null;

        var open = missing.Count > 0 ? missing : [.. places.Where(place => place.Sittings.Count == 0)];
        var withoutResult = open.Where(place => place.HasNoResult).Select(place => place.Assessment.Code).ToList();
        if (withoutResult.Count > 0) return Reasons.NoResultFor(withoutResult);
        return missing.Count > 0
            ? Reasons.Missing([.. missing.Select(place => place.Assessment.Code)], structure)
            : Reasons.TooFew(filled, optional, structure);
    }
}
