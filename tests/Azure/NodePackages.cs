using System.Text.Json;

namespace ResultsGrid.Tests.Azure;

/// <summary>The npm packages that a folder's lock file names, installed where they are missing or not the locked ones.</summary>
public sealed class NodePackages(string folder)
{
    private const string LockFile = "package-lock.json";

    /// <summary>npm's own record of what it installed.</summary>
    private const string InstalledFile = "node_modules/.package-lock.json";

    private static readonly TimeSpan InstallTimeout = TimeSpan.FromMinutes(10);

    /// <summary>The full path of a file in an installed package.</summary>
    public string PathOf(string file) => Path.Combine(folder, "node_modules", file);

    public async Task Install()
    {
        if (AreAsLocked()) return;
        using var npm = NodeProcess.Start(folder, OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci"]);
        npm.StandardInput.Close();
        var (output, errors) = (npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
        using var timeout = new CancellationTokenSource(InstallTimeout);
        try
        {
            await npm.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            npm.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"'npm ci' in {folder} did not end within {InstallTimeout}.");
        }

        if (npm.ExitCode != 0) throw new InvalidOperationException($"'npm ci' in {folder} failed:\n{await output}\n{await errors}");
    }

    /// <summary>True if every package that the lock file requires is installed in its locked version.</summary>
    private bool AreAsLocked()
    {
        if (!File.Exists(Path.Combine(folder, InstalledFile))) return false;
        var installed = VersionsIn(InstalledFile, optionalToo: true);
        return VersionsIn(LockFile, optionalToo: false).All(package => installed.GetValueOrDefault(package.Key) == package.Value);
    }

    private Dictionary<string, string> VersionsIn(string file, bool optionalToo)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, file)));
        return json.RootElement.GetProperty("packages").EnumerateObject()
            .Where(package => package.Name.Length > 0 && (optionalToo || !package.Value.TryGetProperty("optional", out _)))
            .ToDictionary(package => package.Name, package => package.Value.GetProperty("version").GetString()!);
    }
}
