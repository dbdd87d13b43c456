using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Awarding.Uniform;

/// <summary>The points that a unit's conversion runs through, from zero to the paper's maximum.</summary>
internal static class ConversionLine
{
    /// <summary>Lowest first; the ends are zero and the paper's maximum, unless a boundary lies there already and keeps its own uniform mark.</summary>
    public static IReadOnlyList<LinePoint> Through(IReadOnlyList<GradeBoundary> boundaries, UniformScale scale, int maximumMark)
    {
        List<LinePoint> points = [.. Inner(boundaries, scale)];
        if (points.Count == 0 || points[0].RawMark > 0) points.Insert(0, new LinePoint("zero", 0, 0));
        if (points[^1].RawMark < maximumMark) points.Add(new LinePoint("the paper's maximum", maximumMark, scale.AttainableUms));
        return points;
    }

    public static string? WhyNot(IReadOnlyList<GradeBoundary> boundaries, UniformScale scale, int maximumMark)
    {
        if (maximumMark is < 1 or > UniformConversion.MaxMaximumMark) return $"The paper's maximum {maximumMark} is not within 1 and {UniformConversion.MaxMaximumMark}.";
        if (scale.AttainableUms < 1 || scale.AttainableUms > scale.MaximumUms) return $"The attainable {scale.AttainableUms} UMS is not within 1 and the maximum {scale.MaximumUms}.";
        if (scale.AStar?.RawMark >= maximumMark) return $"The A* point at {scale.AStar.RawMark} leaves no mark of {maximumMark} above it.";
        if (boundaries.FirstOrDefault(boundary => boundary.Ums is null) is { } blank) return $"Boundary {blank.Grade} has no uniform mark.";
        if (Inner(boundaries, scale).FirstOrDefault(Outside) is { } outside) return $"{outside} does not lie within 0 and {maximumMark} marks ({scale.AttainableUms} UMS).";

        var points = Through(boundaries, scale, maximumMark);
        var (low, high) = points.Zip(points.Skip(1)).FirstOrDefault(pair => !pair.Second.IsAbove(pair.First));
        return high is null ? null : $"{high} does not lie above {low}.";

        bool Outside(LinePoint point) => point.RawMark < 0 || point.RawMark > maximumMark || point.Ums < 0 || point.Ums > scale.AttainableUms;
    }

    private static IEnumerable<LinePoint> Inner(IReadOnlyList<GradeBoundary> boundaries, UniformScale scale)
    {
        if (scale.NotionalN is { } n) yield return new LinePoint("N", n.RawMark, n.Ums);
        foreach (var boundary in boundaries.Reverse()) yield return new LinePoint(boundary.Grade.ToString(), boundary.Mark, boundary.Ums!.Value);
        if (scale.AStar is { } aStar) yield return new LinePoint("A*", aStar.RawMark, aStar.Ums);
        if (scale.Cap is { } cap) yield return new LinePoint("the cap", cap.RawMark, cap.Ums);
    }
}
