using System.Diagnostics;

namespace ResultsGrid.LoadTests.Processes;

/// <summary>What a process writes, taken as it comes, since a full pipe would stop it. The last lines are kept.</summary>
internal sealed class SpokenLines
{
    private const int MaxKept = 200;

    private readonly Queue<string> kept = new();

    /// <param name="hear">Called with each line of standard output.</param>
    /// <param name="end">Called once, when standard output ends.</param>
    public SpokenLines(Process process, Action<string> hear, Action end)
    {
        process.OutputDataReceived += (_, spoken) =>
        {
            if (spoken.Data is not { } line)
            {
                end();
                return;
            }

            Keep(line);
            hear(line);
        };
        process.ErrorDataReceived += (_, spoken) => Keep(spoken.Data);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    public override string ToString()
    {
        lock (kept) return string.Join('\n', kept);
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (kept)
        {
            kept.Enqueue(line);
            if (kept.Count > MaxKept) kept.Dequeue();
        }
    }
}
