namespace ResultsGrid.Tests.Architecture;

/// <summary>The source tree that these tests were built in.</summary>
public static class SourceTree
{
    private const string Solution = "ResultsGrid.sln";

    /// <summary>The solution's folder.</summary>
    public static string Root { get; } = FolderOfSolution();

    public static string Tests { get; } = Path.Combine(Root, "tests");

    /// <summary>The tree's own files of a pattern, in no folder that is built or installed.</summary>
    public static IEnumerable<string> Files(string pattern)
        => Directory.EnumerateFiles(Root, pattern, SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules"));

    private static string FolderOfSolution()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Solution))) return folder.FullName;
        }

        throw new DirectoryNotFoundException($"The tests were built outside their source tree: no {Solution} above {AppContext.BaseDirectory}.");
    }
}
