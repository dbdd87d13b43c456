using System.Collections.Concurrent;
using ResultsGrid.LoadTests.Arrivals;
using ResultsGrid.LoadTests.Latencies;

namespace ResultsGrid.LoadTests.Overloads;

/// <summary>What became of one load.</summary>
/// <param name="Load">A multiple of the capacity.</param>
public sealed record OverloadFigures(double Load, TimeSpan Duration)
{
    private readonly ConcurrentDictionary<string, CentreFigures> centres = new(StringComparer.Ordinal);

    public LoadFigures All { get; } = new();

    /// <summary>From sending to the head of a 503.</summary>
    public LatencyHistogram Refusals { get; } = new();

    /// <summary>503s that did not say when to come back.</summary>
    public int Speechless => centres.Values.Sum(centre => centre.Speechless);

    /// <summary>What was neither served nor refused.</summary>
    public int Failed => All.Answers - All.Served - (int)Refusals.Count;

    public double GoodPerSecond => centres.Values.Sum(centre => centre.Good) / Duration.TotalSeconds;

    public IReadOnlyDictionary<string, CentreFigures> Centres => centres;

    public void Hear(LoadAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        All.Hear(answer);
        if (answer.Outcome == "503") Refusals.Record(answer.ServedIn);
        centres.GetOrAdd(answer.Request.By, _ => new CentreFigures()).Hear(answer);
    }

    /// <summary>What these centres got of what was fairly theirs, from 0 to 1 and above, all of them together and the worst of them.</summary>
    public (double All, double Worst) ShareOfFair(IEnumerable<string> whose)
    {
        var (names, asked) = (centres.Keys.ToList(), centres.Values.Select(centre => (double)centre.Asked).ToList());
        var fair = names.Zip(FairShares.Of(asked, centres.Values.Sum(centre => centre.Good))).ToDictionary(one => one.First, one => one.Second, StringComparer.Ordinal);
        var theirs = whose.Where(fair.ContainsKey).ToList();
        return theirs.Count == 0 ? (1, 1) : (theirs.Sum(name => centres[name].Good) / theirs.Sum(name => fair[name]), theirs.Min(name => centres[name].Good / fair[name]));
    }
}
