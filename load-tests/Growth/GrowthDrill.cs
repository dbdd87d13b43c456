using System.Globalization;
using ResultsGrid.LoadTests.Arrivals;
using ResultsGrid.LoadTests.National;
using ResultsGrid.LoadTests.Nights.Preparation;
using ResultsGrid.LoadTests.Promises;
using ResultsGrid.LoadTests.Wire;

namespace ResultsGrid.LoadTests.Growth;

/// <summary>The same service with ever more centres, side by side: what a request costs, what an idle centre weighs, how long the start takes.</summary>
/// <param name="folder">Each size is prepared once in a folder of its own in it, with one candidate a centre, through the real grains.</param>
public sealed class GrowthDrill(string folder, GrowthPlan plan, TimeProvider time, Action<string> tell)
{
    private const int Connections = 16;

    /// <summary>Of one candidate's centre, the smaller and the larger documents.</summary>
    private static readonly int[] DocumentBytes = [2_000, 20_000];

    public async Task<DrillReport> Run(CancellationToken cancellation)
    {
        var services = new List<(int Centres, NightTarget Target, IReadOnlyList<LoadRequest> Requests, TimeSpan Ready, long Heap, LoadFigures Figures, List<TimeSpan> Processor)>();
        try
        {
            foreach (var centres in plan.Sizes)
            {
                var its = await Prepared(centres, cancellation);
                var heap = await Weight.OfProcess(NightData.Data(its), cancellation);
                var began = time.GetTimestamp();
                var target = await NightData.Open(its);
                var ready = time.GetElapsedTime(began);
                services.Add((centres, target, await Mix(target, cancellation), ready, heap, new LoadFigures(), []));
                tell($"{centres:N0} centres: ready in {ready.TotalSeconds:F1} s.");
            }

            // The first round is the warm-up.
            for (var round = 0; round <= plan.Rounds; round++)
            {
                foreach (var service in services)
                {
                    var processor = await Cost(service.Target, service.Requests, service.Figures, cancellation);
                    if (round > 0) service.Processor.Add(processor);
                }
            }

            return GrowthReport.Of(plan, [.. services.Select(one => new SizeFigures(one.Centres, one.Ready, one.Heap, one.Target.Process!.MemoryBytes, one.Processor, one.Figures.Failures))]);
        }
        finally
        {
            foreach (var service in services) service.Target.Dispose();
        }
    }

    private async Task<string> Prepared(int centres, CancellationToken cancellation)
    {
        var its = Path.Combine(folder, centres.ToString(CultureInfo.InvariantCulture));
        if (!NightData.IsIn(its)) await NightData.Make(its, NationalSeries.Plan(centres, centres, plan.Seed), people: 0, isOut: true, tell, time, cancellation);
        return its;
    }

    private static async Task<IReadOnlyList<LoadRequest>> Mix(NightTarget target, CancellationToken cancellation)
    {
        var mix = new List<LoadRequest>();
        foreach (var bytes in DocumentBytes) mix.AddRange(await DocumentRequests.Choose(target, bytes, cancellation));
        return mix;
    }

    private async Task<TimeSpan> Cost(NightTarget target, IReadOnlyList<LoadRequest> mix, LoadFigures figures, CancellationToken cancellation)
    {
        var chance = new Random(plan.Seed);
        var requests = Enumerable.Range(0, plan.Requests).Select(_ => mix[chance.Next(mix.Count)]).ToList();
        var before = target.Process!.ProcessorTime;
        await ClosedLoad.Run(WireAddress.Of(target.Address), Connections, requests, figures.Hear, time, cancellation);
        return (target.Process.ProcessorTime - before) / plan.Requests;
    }
}
