using System.Diagnostics;
using System.Globalization;

namespace ResultsGrid.LoadTests.Processes;

/// <summary>Some server as a process of its own, with those that it starts itself.</summary>
public sealed class ServerProcess : IDisposable
{
    private const int TicksPerSecond = 100;
    private readonly Process process;

    public ServerProcess(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        process = Process.Start(start)!;
        Said = new SpokenLines(process, _ => { }, () => { });
    }

    /// <summary>The last lines that it wrote.</summary>
    internal SpokenLines Said { get; }

    public int Id => process.Id;

    /// <summary>Of itself and its children, so far.</summary>
    public TimeSpan ProcessorTime => Of(process.Id) + Children().Aggregate(TimeSpan.Zero, (sum, child) => sum + Of(child));

    public static TimeSpan Of(int id)
    {
        // The second field, the program's name, may hold spaces; what follows it does not.
        var fields = File.ReadAllText($"/proc/{id}/stat").Split(") ")[1].Split(' ');
        return TimeSpan.FromSeconds((Number(fields[11]) + Number(fields[12])) / (double)TicksPerSecond);
    }

    /// <summary>Returns when it answers there, whatever it says.</summary>
    /// <exception cref="InvalidOperationException">It ended, or does not answer within half a minute.</exception>
    public async Task Answers(Uri address, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        using var http = new HttpClient();
        for (var attempt = 0; attempt < 300 && !process.HasExited; attempt++)
        {
            try
            {
                using var answer = await http.GetAsync(address);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), clock);
            }
        }

        throw new InvalidOperationException($"{process.StartInfo.FileName} does not serve {address}: {Said}");
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process.Dispose();
    }

    private IEnumerable<int> Children()
        => File.ReadAllText($"/proc/{process.Id}/task/{process.Id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(child => (int)Number(child));

    private static long Number(string digits) => long.Parse(digits, CultureInfo.InvariantCulture);
}
