using System.Collections.Concurrent;
using ResultsGrid.LoadTests.Latencies;
using ResultsGrid.LoadTests.Nights.Clients;
using ResultsGrid.LoadTests.Wire;

namespace ResultsGrid.LoadTests.Nights.Figures;

/// <summary>Counts and times everything that the clients do. Many threads.</summary>
public sealed class NightMeter
{
    private const int TooManyRequests = 429;

    private readonly ConcurrentDictionary<int, SecondFigures> seconds = new();
    private readonly Dictionary<RequestKind, KindFigures> kinds = Enum.GetValues<RequestKind>().ToDictionary(kind => kind, _ => new KindFigures());

    public IReadOnlyDictionary<RequestKind, KindFigures> Kinds => kinds;

    /// <summary>By whole seconds since the release, negative before it; seconds without anything are missing.</summary>
    public IReadOnlyDictionary<int, SecondFigures> Seconds => seconds;

    /// <summary>How late the drill itself was, with nothing in its way: part of every latency, and none of the server's.</summary>
    public LatencyHistogram Lateness { get; } = new();

    public long Bytes => seconds.Values.Sum(second => second.Bytes);

    public long Answers => kinds.Values.Sum(kind => kind.Latencies.Count);

    public int Errors => seconds.Values.Sum(second => second.Errors);

    internal void Woke(TimeSpan late) => Lateness.Record(late);

    internal void Arrived(TimeSpan due) => Second(due).CountArrival();

    /// <returns>False for an answer after which a client has to ask again.</returns>
    internal bool Answered(RequestKind kind, TimeSpan due, TimeSpan at, int status, long bytes)
    {
        kinds[kind].Count($"{status}");
        kinds[kind].Latencies.Record(at - due);
        var second = Second(at);
        second.CountAnswer();
        if (kind != RequestKind.SignIn) second.Latencies.Record(at - due);
        second.CountBytes(bytes);
        if (status is not (>= 500 or TooManyRequests)) return true;
        second.CountError();
        return false;
    }

    internal void Broke(RequestKind kind, TimeSpan at, WireFault fault)
    {
        kinds[kind].Count($"{fault}");
        Second(at).CountError();
    }

    private SecondFigures Second(TimeSpan moment) => seconds.GetOrAdd((int)Math.Floor(moment.TotalSeconds), _ => new SecondFigures());
}
