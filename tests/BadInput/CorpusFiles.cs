using ResultsGrid.Tests.Architecture;

namespace ResultsGrid.Tests.BadInput;

/// <summary>The inputs kept from findings, and those made by hand: Corpus/TARGET/NAME.</summary>
internal static class CorpusFiles
{
    private static readonly string Folder = Path.Combine(SourceTree.Tests, "BadInput", "Corpus");

    public static TheoryData<string, string> Of(IEnumerable<string> targets)
    {
        var files = new TheoryData<string, string>();
        foreach (var target in targets)
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, target)).Order(StringComparer.Ordinal)) files.Add(target, Path.GetFileName(file));
        }

        return files;
    }

    public static byte[] Read(string target, string name) => File.ReadAllBytes(Path.Combine(Folder, target, name));
}
