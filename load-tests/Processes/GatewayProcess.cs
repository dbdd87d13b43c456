using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ResultsGrid.LoadTests.Processes;

/// <summary>The gateway's executable as a process of its own, to be killed.</summary>
public sealed class GatewayProcess : IDisposable
{
    private const string Ready = "ResultsGrid serves ";
    private const int SigTerm = 15;

    private readonly Process process;
    private readonly SpokenLines said;
    private readonly TaskCompletionSource<IReadOnlyList<Uri>> serving = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private GatewayProcess(Process process)
    {
        this.process = process;
        said = new SpokenLines(process, Hear, () => serving.TrySetException(new InvalidOperationException($"The gateway ended before it served: {Said}")));
    }

    internal static string Executable { get; } = Path.Combine(AppContext.BaseDirectory, "ResultsGrid.Gateway.dll");

    /// <summary>Ours, whose hidden commands serve what a drill compares.</summary>
    internal static string Drills { get; } = Path.Combine(AppContext.BaseDirectory, "ResultsGrid.LoadTests.dll");

    /// <summary>Each line that it writes to standard output, as it comes.</summary>
    public event Action<string>? Spoke;

    public Uri Address => Addresses[0];

    /// <summary>All that it listens on.</summary>
    public IReadOnlyList<Uri> Addresses => serving.Task.IsCompletedSuccessfully ? serving.Task.Result : throw new InvalidOperationException("It does not serve yet.");

    public int Id => process.Id;

    /// <summary>Processor time of all its threads so far.</summary>
    public TimeSpan ProcessorTime => Refreshed().TotalProcessorTime;

    /// <summary>Memory that it holds resident, in bytes.</summary>
    public long MemoryBytes => Refreshed().WorkingSet64;

    /// <summary>The most memory that it ever held resident, in bytes.</summary>
    public long PeakMemoryBytes => Refreshed().PeakWorkingSet64;

    public bool HasEnded => process.HasExited;

    /// <summary>The last lines that it wrote to standard output and error.</summary>
    public string Said => said.ToString();

    /// <summary>Starts it on a data folder and a free port, and returns when it serves.</summary>
    public static Task<GatewayProcess> Start(string data, params string[] options) => WhenServed(Launch(data, options));

    /// <summary>Starts a gateway that a command of the drills serves, and returns when it serves.</summary>
    public static Task<GatewayProcess> StartDrilled(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment) => Start(Drills, arguments, environment);

    /// <summary>Starts a program that serves as the gateway does, such as a node of a cluster, and returns when it serves.</summary>
    public static Task<GatewayProcess> Start(string assembly, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        return WhenServed(new GatewayProcess(Run(assembly, arguments, environment)));
    }

    private static async Task<GatewayProcess> WhenServed(GatewayProcess process)
    {
        try
        {
            await process.Served();
            return process;
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    /// <summary>Starts it without waiting for anything.</summary>
    public static GatewayProcess Launch(string data, params string[] options) => new(Serve(data, options));

    /// <summary>Adds an operator and returns the password that is printed.</summary>
    public static Task<string> AddOperator(string data, string name) => AddOperator(Run("add-operator", name, "--data", data));

    /// <summary>Adds one by a program that has the gateway's command for it.</summary>
    public static Task<string> AddOperator(string assembly, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
        => AddOperator(Run(assembly, ["add-operator", .. arguments], environment));

    private static async Task<string> AddOperator(Process adding)
    {
        using var process = adding;
        var said = await process.StandardOutput.ReadToEndAsync();
        var complaint = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"No operator was added: {said} {complaint}");
        return said.Split("password ")[1].Split(' ')[0];
    }

    /// <summary>Starts it where it must refuse, and returns its complaint.</summary>
    public static async Task<string> RefusedStart(string data)
    {
        using var process = Serve(data);
        var complaint = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 1) throw new InvalidOperationException($"The refused start ended with {process.ExitCode}, not with 1: {complaint}");
        return complaint;
    }

    /// <summary>Returns when it serves.</summary>
    /// <exception cref="InvalidOperationException">It ended first; the message has what it said.</exception>
    public Task Served() => serving.Task;

    /// <summary>SIGKILL, with no chance to finish anything.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>SIGTERM: it may finish what it has.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> Terminate()
    {
        if (SendSignal(process.Id, SigTerm) != 0) throw new InvalidOperationException($"Process {process.Id} can't be told to end.");
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited) Kill();
        process.Dispose();
    }

    private void Hear(string line)
    {
        Spoke?.Invoke(line);
        if (line.StartsWith(Ready, StringComparison.Ordinal)) serving.TrySetResult([.. line[Ready.Length..].Split(" (")[0].Split(", ").Select(address => new Uri(address))]);
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int process, int signal);

    private static Process Serve(string data, params string[] options)
        => Run(["--data", data, "--urls", "http://127.0.0.1:0", "--demonstration", "none", .. options]);

    private Process Refreshed()
    {
        process.Refresh();
        return process;
    }

    private static Process Run(params string[] arguments) => Run(Executable, arguments, new Dictionary<string, string>());

    private static Process Run(string assembly, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
