using System.Reflection;

namespace ResultsGrid.Grains.Hosting;

/// <summary>Tells calls of our grains from those that Orleans makes for itself.</summary>
internal static class OurGrains
{
    public static bool Include(MethodInfo method) => method.DeclaringType?.Namespace?.StartsWith(nameof(ResultsGrid), StringComparison.Ordinal) == true;
}
