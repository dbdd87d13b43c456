using System.Collections.Concurrent;
using ResultsGrid.LoadTests.Arrivals;
using ResultsGrid.LoadTests.Nights.Clients;
using ResultsGrid.LoadTests.Processes;
using ResultsGrid.LoadTests.Wire;

namespace ResultsGrid.LoadTests.Clusters;

/// <summary>Sends requests to nodes as a load balancer does: by turns, past one that did not answer just now, and to another where one is busy or gone.</summary>
internal sealed class Balancer(IReadOnlyList<GatewayProcess> nodes, TimeProvider time, CancellationToken cancellation) : IDisposable
{
    private const int MaxConnections = 200;

    /// <summary>A node that did not answer gets nothing new for so long.</summary>
    private static readonly TimeSpan Shunned = TimeSpan.FromSeconds(1);

    /// <summary>Where no node served it: they ask for seconds, and hundreds that came again at once would be all that they had to do.</summary>
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromMilliseconds(500);

    private readonly NightClock clock = new(time, time.GetUtcNow());
    private readonly ConcurrentDictionary<GatewayProcess, TimeSpan> shunnedUntil = new();
    private readonly ConcurrentDictionary<GatewayProcess, WirePool> pools = new();
    private int turn;
    private int retried;

    /// <summary>Under the drill's load nothing that a node serves takes longer than a second; past this it hangs.</summary>
    public static WireLimits Limits { get; } = WireLimits.Default with { Patience = TimeSpan.FromSeconds(5) };

    public TimeSpan Now => clock.Now;

    /// <summary>How many answers were not the first node's.</summary>
    public int Retried => retried;

    /// <summary>Asks until a node serves it, for so long; else the last answer.</summary>
    public async Task<LoadAnswer> Ask(LoadRequest request, TimeSpan due, TimeSpan patience)
    {
        await clock.Until(due, cancellation);
        while (true)
        {
            LoadAnswer? answer = null;
            foreach (var node in Turns())
            {
                if (answer is not null) Interlocked.Increment(ref retried);
                answer = await Pool(node).Ask(request, due);
                if (answer.IsServed || !IsForAnother(answer.Outcome)) return answer;
                if (answer.Outcome != "503") shunnedUntil[node] = clock.Now + Shunned;
            }

            if (answer is not null && clock.Now - due > patience) return answer;
            await Task.Delay(BetweenRounds, time, cancellation);
        }
    }

    public void Dispose()
    {
        foreach (var pool in pools.Values) pool.Dispose();
    }

    private static bool IsForAnother(string outcome) => outcome is "503" or nameof(WireFault.Refused) or nameof(WireFault.ClosedEarly) or nameof(WireFault.TimedOut);

    /// <summary>Each once, the next in turn first, those that did not answer of late last.</summary>
    private IEnumerable<GatewayProcess> Turns()
    {
        var first = (uint)Interlocked.Increment(ref turn) % (uint)nodes.Count;
        return Enumerable.Range(0, nodes.Count).Select(step => nodes[(int)((first + step) % nodes.Count)])
            .OrderBy(node => shunnedUntil.TryGetValue(node, out var until) && until > clock.Now);
    }

    private WirePool Pool(GatewayProcess node)
        => pools.GetOrAdd(node, one => new WirePool(WireAddress.Of(one.Address), Limits, MaxConnections, clock, cancellation));
}
