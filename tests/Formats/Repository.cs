namespace ResultsGrid.Tests.Formats;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string? folder) => folder switch
    {
        null => throw new InvalidOperationException("The tests run outside their repository, and cannot find its documents."),
        _ when File.Exists(Path.Combine(folder, "ResultsGrid.sln")) => folder,
        _ => Find(Path.GetDirectoryName(folder)),
    };
}
