using System.ComponentModel;
using System.Diagnostics;

namespace ResultsGrid.Tests.Azure;

/// <summary>Starts what comes with Node.js, its standard streams redirected.</summary>
public static class NodeProcess
{
    public static Process Start(string folder, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException(
                $"The tests over Azure Blob Storage run Azurite, which needs Node.js 20 or newer with npm: '{program}' can't be started. Install Node.js and have it on the PATH.",
                missing);
        }
    }
}
