using ResultsGrid.LoadTests.Commands;
using ResultsGrid.LoadTests.Processes;

namespace ResultsGrid.LoadTests.Ceilings;

/// <summary>Starts the servers that are compared, each on ports of its own and with the same certificate and documents.</summary>
/// <param name="folder">For what the contestants need; it goes with the run.</param>
/// <param name="data">The gateway's, with everything published and released.</param>
public sealed class Race(string folder, string data, TimeProvider clock) : IDisposable
{
    private readonly List<Contestant> contestants = [];

    public IReadOnlyList<Contestant> Contestants => contestants;

    /// <exception cref="InvalidOperationException">One of them did not serve.</exception>
    public async Task Start(IEnumerable<CeilingDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var site = Directory.CreateDirectory(Path.Combine(folder, "site")).FullName;
        await Site.Write(site, documents);
        var certificate = new Certificate(folder, clock);
        // Before the gateway holds the folder.
        var twin = Twin();
        await Add(Contestant.Gateway, certificate, urls => ("dotnet", [GatewayProcess.Executable, "--data", data, "--demonstration", "none", "--urls", urls]));
        await Add(Contestant.WithoutLedger, certificate, urls => ("dotnet", [GatewayProcess.Drills, ContestantCommands.WithoutLedgerName, twin, urls]));
        await Add(Contestant.Kestrel, certificate, urls => BareKestrel.Start(site, urls));
        await Add(Contestant.Nginx, certificate, urls => ("nginx", ["-p", folder, "-c", Nginx.WriteConfiguration(folder, site, certificate, urls)]));
    }

    public void Dispose()
    {
        foreach (var contestant in contestants) contestant.Dispose();
    }

    private async Task Add(string name, Certificate certificate, Func<string, (string Program, IEnumerable<string> Arguments)> command)
    {
        var (http, https) = (new Uri($"http://127.0.0.1:{FreePort.Next()}"), new Uri($"https://127.0.0.1:{FreePort.Next()}"));
        var (program, arguments) = command($"{http.GetLeftPart(UriPartial.Authority)};{https.GetLeftPart(UriPartial.Authority)}");
        var process = new ServerProcess(program, arguments, certificate.ForKestrel);
        contestants.Add(new Contestant(name, http, https, process));
        await process.Answers(http, clock);
    }

    /// <summary>The same state and documents in a folder of its own, since a data folder is one process's alone.</summary>
    private string Twin()
    {
        var twin = Directory.CreateDirectory(Path.Combine(folder, "twin")).FullName;
        foreach (var file in Directory.EnumerateFiles(data, "state.db*")) File.Copy(file, Path.Combine(twin, Path.GetFileName(file)));
        Directory.CreateDirectory(Path.Combine(twin, "documents"));
        foreach (var shelf in Directory.EnumerateDirectories(Path.Combine(data, "documents"), "??"))
            Directory.CreateSymbolicLink(Path.Combine(twin, "documents", Path.GetFileName(shelf)), shelf);
        return twin;
    }
}
