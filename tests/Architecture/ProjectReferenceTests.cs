using System.Xml.Linq;

namespace ResultsGrid.Tests.Architecture;

/// <summary>Arrows between projects point one way. A project that is not listed here has no place in the house yet.</summary>
public sealed class ProjectReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["awarding"] = [],
        ["exchange"] = ["awarding"],
        ["grains"] = ["awarding", "exchange"],
        ["storage"] = ["grains"],
        ["rehearsal"] = ["exchange"],
        ["gateway"] = ["storage", "rehearsal"],
        ["silo"] = ["gateway"],
        ["load-tests"] = ["gateway"],
        ["load-tests/nbomber"] = ["load-tests"],
        ["tests"] = ["load-tests", "silo"],
    };

    private static readonly string[] Found = [.. SourceTree.Files("*.csproj").Select(FolderOf).Order()];

    public static TheoryData<string> Projects => [.. Found];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_it_may_know(string project)
    {
        var file = Assert.Single(Directory.GetFiles(Path.Combine(SourceTree.Root, project), "*.csproj"));
        var references = XDocument.Load(file).Descendants("ProjectReference")
            .Select(reference => FolderOf(Path.GetFullPath(reference.Attribute("Include")!.Value, Path.GetDirectoryName(file)!)));

        Assert.True(Allowed.TryGetValue(project, out var allowed), $"{project} is a new project: say here what it may reference.");
        Assert.Empty(references.Except(allowed!).Select(reference => $"{project} -> {reference}"));
    }

    [Fact]
    public void Every_project_of_the_house_is_looked_at()
        => Assert.Empty(Allowed.Keys.Except(Found));

    private static string FolderOf(string file) => Path.GetRelativePath(SourceTree.Root, Path.GetDirectoryName(file)!).Replace('\\', '/');
}
