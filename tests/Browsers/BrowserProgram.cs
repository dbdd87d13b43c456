using System.ComponentModel;
using System.Diagnostics;
using System.Threading.Channels;

namespace ResultsGrid.Tests.Browsers;

/// <summary>A program of a Debian package that runs until it is disposed, with everything that it started.</summary>
internal sealed class BrowserProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly Channel<string> said = Channel.CreateUnbounded<string>();

    public BrowserProgram(string program, string package, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        process = Start(start, package);
        process.OutputDataReceived += (_, line) => said.Writer.TryWrite(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public static InvalidOperationException Missing(string program, string package, Exception? why = null)
        => new($"These tests need {program}, which is not installed: apt-get install {package}.", why);

    /// <summary>Waits until it says this.</summary>
    /// <returns>The rest of the line.</returns>
    public async Task<string> Says(string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var line = await said.Reader.ReadAsync(patience.Token);
            if (line.IndexOf(text, StringComparison.Ordinal) is >= 0 and var place) return line[(place + text.Length)..].Trim();
        }
    }

    /// <summary>Waits until it has ended by itself.</summary>
    public async Task Ends() => await process.WaitForExitAsync().WaitAsync(Patience);

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private static Process Start(ProcessStartInfo start, string package)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw Missing(start.FileName, package, missing);
        }
    }
}
