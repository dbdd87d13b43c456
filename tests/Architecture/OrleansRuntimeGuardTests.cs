using System.Diagnostics;
using ResultsGrid.Tests.Hosting.Embedded;

namespace ResultsGrid.Tests.Architecture;

/// <summary>Forgotten, UsesOrleansRuntime leaves a green build whose silo dies at start; so the build itself must fail.</summary>
public sealed class OrleansRuntimeGuardTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Microsoft.Orleans.Runtime", false, "references Microsoft.Orleans.Runtime but does not set UsesOrleansRuntime")]
    [InlineData("Microsoft.Orleans.Server", false, "references Microsoft.Orleans.Server but does not set UsesOrleansRuntime")]
    [InlineData("Microsoft.Orleans.Runtime", true, null)]
    [InlineData("Microsoft.Orleans.Core.Abstractions", false, null)]
    public async Task A_project_that_runs_on_orleans_must_say_so(string package, bool saysSo, string? fault)
    {
        var project = folder.File("Guarded.csproj");
        await File.WriteAllTextAsync(project, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <Import Project="{SourceTree.Root}/Directory.Build.props" />
              <PropertyGroup><UsesOrleansRuntime>{saysSo}</UsesOrleansRuntime></PropertyGroup>
              <ItemGroup><PackageReference Include="{package}" /></ItemGroup>
              <Import Project="{SourceTree.Root}/Directory.Build.targets" />
            </Project>
            """);

        var (exitCode, output) = await Guard(project);

        Assert.Equal(fault is null, exitCode == 0);
        Assert.Contains(fault ?? "", output, StringComparison.Ordinal);
    }

    /// <summary>Runs the guard's target alone: nothing is restored, so it needs no feed.</summary>
    private static async Task<(int ExitCode, string Output)> Guard(string project)
    {
        using var build = Process.Start(new ProcessStartInfo("dotnet", ["msbuild", project, "-t:GuardOrleansRuntime", "-nologo", "-nodeReuse:false"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetDirectoryName(project),
        })!;
        var output = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();
        return (build.ExitCode, output);
    }
}
