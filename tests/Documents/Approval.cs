using ResultsGrid.Tests.Architecture;

namespace ResultsGrid.Tests.Documents;

/// <summary>Holds what a document came to against what was approved by eye and is kept in the folder Approved.</summary>
internal static class Approval
{
    /// <param name="pdf">What was described, for whoever has to look at it.</param>
    public static void Expect(string name, string described, byte[] pdf)
    {
        var approved = File.ReadAllText(Path.Combine(SourceTree.Tests, "Documents", "Approved", $"{name}.txt")).ReplaceLineEndings("\n");
        if (described == approved) return;

        var received = Path.Combine(AppContext.BaseDirectory, $"{name}.received.txt");
        File.WriteAllText(received, described);
        File.WriteAllBytes(Path.ChangeExtension(received, ".pdf"), pdf);
        var line = approved.Split('\n').Zip(described.Split('\n')).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.Fail($"{name}: not as in tests/Documents/Approved/{name}.txt, from line {line + 1} on. If that is meant, look at {received} and the PDF beside it, and copy the text there.\n" +
            $"Approved: {approved.Split('\n').ElementAtOrDefault(line)}\nReceived: {described.Split('\n').ElementAtOrDefault(line)}");
    }
}
