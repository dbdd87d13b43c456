using System.Diagnostics;
using System.Globalization;

namespace ResultsGrid.Tests.NotLost;

/// <summary>Lets chosen system calls of a running process fail, by Debian's strace attached to it, until disposed.</summary>
public sealed class SystemCallFault : IAsyncDisposable
{
    private readonly Process strace;

    private SystemCallFault(Process strace) => this.strace = strace;

    /// <param name="calls">Separated by commas.</param>
    /// <param name="error">An errno by name, for example EIO.</param>
    public static async Task<SystemCallFault> Inject(int process, string calls, string error)
    {
        string[] command = ["strace", "-f", "-p", process.ToString(CultureInfo.InvariantCulture), "-o", "/dev/null", "-e", $"trace={calls}", "-e", $"inject={calls}:error={error}"];
        // Where processes may not look into each other, root may: as the packages are installed.
        string[] line = Environment.IsPrivilegedProcess ? command : ["sudo", "-n", .. command];
        var strace = Process.Start(new ProcessStartInfo(line[0], line[1..]) { RedirectStandardError = true })!;
        var said = new List<string>();
        while (await strace.StandardError.ReadLineAsync() is { } spoken)
        {
            said.Add(spoken);
            if (!spoken.Contains("attached", StringComparison.Ordinal)) continue;
            _ = strace.StandardError.ReadToEndAsync();
            return new SystemCallFault(strace);
        }

        throw new InvalidOperationException($"strace did not attach: {string.Join('\n', said)}");
    }

    /// <summary>Lets go of the process, which goes on with calls that work.</summary>
    public async ValueTask DisposeAsync()
    {
        // Not SIGKILL: it leaves a call that is just being changed with an error of its own.
        string[] line = Environment.IsPrivilegedProcess ? ["kill"] : ["sudo", "-n", "kill"];
        using (var kill = Process.Start(new ProcessStartInfo(line[0], [.. line[1..], "-TERM", strace.Id.ToString(CultureInfo.InvariantCulture)]))!) await kill.WaitForExitAsync();
        await strace.WaitForExitAsync();
        strace.Dispose();
    }
}
