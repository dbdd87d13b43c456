using System.Collections.Concurrent;
using ResultsGrid.LoadTests.Processes;

namespace ResultsGrid.LoadTests.Clusters;

/// <summary>Looks at one node from outside while it works: does it answer by its lease, what does it say of the others, how much of the processors does it use?</summary>
internal sealed class NodeWatch : IDisposable
{
    private const string MissedProbe = "Did not get response for probe";

    /// <summary>What Orleans says of a probe that failed because the node itself could not run.</summary>
    private const string StalledProbe = "but local execution stalled for";

    private const string ToldDead = "I have been told I am dead";
    private const string OutOfTouch = "/problems/out-of-touch";

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    private readonly GatewayProcess node;
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly TimeSpan processorTimeBefore;

    public NodeWatch(GatewayProcess node)
    {
        this.node = node;
        processorTimeBefore = node.ProcessorTime;
        node.Spoke += Hear;
    }

    /// <summary>Probes of other nodes that were not answered in time.</summary>
    public int MissedProbes => complaints.Count(line => Says(line, MissedProbe, StalledProbe));

    public bool IsAlive => !node.HasEnded && !complaints.Any(line => Says(line, ToldDead));

    public int Looks { get; private set; }

    /// <summary>How many of them found it without its lease.</summary>
    public int LooksWithoutLease { get; private set; }

    public TimeSpan ProcessorTime => node.ProcessorTime - processorTimeBefore;

    public async Task LookUntil(Task end, DrilledCluster drilled, CancellationToken cancellation)
    {
        using var alone = new Balancer([node], drilled.Time, cancellation);
        while (!end.IsCompleted)
        {
            var answer = await alone.Ask(drilled.Documents[0], alone.Now, TimeSpan.Zero);
            Looks++;
            if (answer.Problem.Contains(OutOfTouch, StringComparison.Ordinal)) LooksWithoutLease++;
            await Task.Delay(BetweenLooks, drilled.Time, cancellation);
        }
    }

    public void Dispose() => node.Spoke -= Hear;

    private void Hear(string line)
    {
        if (Says(line, MissedProbe, StalledProbe, ToldDead)) complaints.Enqueue(line);
    }

    private static bool Says(string line, params ReadOnlySpan<string> complaints)
    {
        foreach (var complaint in complaints)
        {
            if (line.Contains(complaint, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
