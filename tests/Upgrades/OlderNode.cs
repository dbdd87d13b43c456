using System.Diagnostics;
using ResultsGrid.Tests.Architecture;

namespace ResultsGrid.Tests.Upgrades;

/// <summary>A node of an older version, built from its commit in a work tree of its own.</summary>
internal sealed class OlderNode : IDisposable
{
    /// <summary>The version before keys say who made them: it knows no <see cref="Grains.Accounts.AccessKey.CreatedBy"/>.</summary>
    private const string Commit = "a407743a72f7f38d341004642585324b0928b459";

    /// <summary>Some thirty seconds on two cores, several times that where others build too.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly string folder;

    private OlderNode(string folder) => this.folder = folder;

    public string Assembly => Path.Combine(folder, "node", "ResultsGrid.Silo.dll");

    public static async Task<OlderNode> Build()
    {
        var older = new OlderNode(Directory.CreateTempSubdirectory("resultsgrid-older-").FullName);
        await Run(SourceTree.Root, "git", "worktree", "add", "--detach", Path.Combine(older.folder, "source"), Commit);
        await Run(Path.Combine(older.folder, "source"), "dotnet", "build", "silo", "--configuration", "Release", "--output", Path.Combine(older.folder, "node"));
        return older;
    }

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        Run(SourceTree.Root, "git", "worktree", "prune").GetAwaiter().GetResult();
    }

    private static async Task Run(string place, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = place, RedirectStandardOutput = true, RedirectStandardError = true };
        // The test's own build properties, such as its output, are not the older version's.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) && name != "MSBUILDDISABLENODEREUSE").ToList()) start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(Patience);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"'{program} {string.Join(' ', arguments)}' failed. The test needs git and the repository's whole history ('git fetch --unshallow'): {await complained} {await said}");
        }
    }
}
