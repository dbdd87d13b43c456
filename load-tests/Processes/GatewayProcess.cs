using System.Diagnostics;

namespace ResultsGrid.LoadTests.Processes;

/// <summary>The gateway's executable as a process of its own, to be killed.</summary>
public sealed class GatewayProcess : IDisposable
{
    private const string Ready = "ResultsGrid serves ";
    private static readonly string Executable = Path.Combine(AppContext.BaseDirectory, "ResultsGrid.Gateway.dll");

    private readonly Process process;

    private GatewayProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>The most memory that it ever had resident.</summary>
    public long PeakMemoryBytes
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    /// <summary>Starts it on a data folder and a free port, and returns when it serves.</summary>
    public static async Task<GatewayProcess> Start(string data)
    {
        var process = Run("--data", data, "--urls", "http://127.0.0.1:0", "--demonstration", "none");
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (line.StartsWith(Ready, StringComparison.Ordinal)) return new GatewayProcess(process, new Uri(line[Ready.Length..].Split(' ')[0]));
        }

        throw new InvalidOperationException($"The gateway ended before it served: {string.Join('\n', said)} {await process.StandardError.ReadToEndAsync()}");
    }

    /// <summary>Adds an operator and returns the password that is printed.</summary>
    public static async Task<string> AddOperator(string data, string name)
    {
        using var process = Run("add-operator", name, "--data", data);
        var said = await process.StandardOutput.ReadToEndAsync();
        var complaint = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"No operator was added: {said} {complaint}");
        return said.Split("password ")[1].Split(' ')[0];
    }

    /// <summary>Starts it where it must refuse, and returns its complaint.</summary>
    public static async Task<string> RefusedStart(string data)
    {
        using var process = Run("--data", data, "--urls", "http://127.0.0.1:0", "--demonstration", "none");
        var complaint = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 1) throw new InvalidOperationException($"The refused start ended with {process.ExitCode}, not with 1: {complaint}");
        return complaint;
    }

    /// <summary>SIGKILL, with no chance to finish anything.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited) Kill();
        process.Dispose();
    }

    private static Process Run(params string[] arguments)
        => Process.Start(new ProcessStartInfo("dotnet", [Executable, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
}
