using System.Globalization;
using ResultsGrid.LoadTests.National;
using ResultsGrid.LoadTests.Nights.Preparation;
using ResultsGrid.LoadTests.Promises;

namespace ResultsGrid.LoadTests.Growth;

/// <summary>The same service with ever more centres, side by side: what a request costs, what an idle centre weighs, how long the start takes.</summary>
/// <param name="folder">Each size is prepared once in a folder of its own in it, with one candidate a centre, through the real grains.</param>
public sealed class GrowthDrill(string folder, GrowthPlan plan, TimeProvider time, Action<string> tell)
{
    public async Task<DrillReport> Run(CancellationToken cancellation)
    {
        var sites = Directory.CreateTempSubdirectory("resultsgrid-growth-").FullName;
        var services = new List<(int Centres, GrownService Service, TimeSpan Ready, long Heap)>();
        try
        {
            foreach (var centres in plan.Sizes)
            {
                var its = await Prepared(centres, cancellation);
                var heap = await Weight.OfProcess(NightData.Data(its), cancellation);
                var began = time.GetTimestamp();
                var target = await NightData.Open(its);
                var ready = time.GetElapsedTime(began);
                services.Add((centres, await GrownService.Start(target, Directory.CreateDirectory(Path.Combine(sites, $"{centres}")).FullName, time, cancellation), ready, heap));
                tell($"{centres:N0} centres: ready in {ready.TotalSeconds:F1} s.");
            }

            // The first round is the warm-up.
            for (var round = 0; round <= plan.Rounds; round++)
            {
                foreach (var (_, service, _, _) in services) await service.Ask(plan.Requests, plan.Seed, isCounted: round > 0, cancellation);
            }

            return GrowthReport.Of(plan, [.. services.Select(one => one.Service.Figures(one.Centres, one.Ready, one.Heap))]);
        }
        finally
        {
            foreach (var (_, service, _, _) in services) service.Dispose();
            Directory.Delete(sites, recursive: true);
        }
    }

    private async Task<string> Prepared(int centres, CancellationToken cancellation)
    {
        var its = Path.Combine(folder, centres.ToString(CultureInfo.InvariantCulture));
        if (!NightData.IsIn(its)) await NightData.Make(its, NationalSeries.Plan(centres, centres, plan.Seed), people: 0, isOut: true, tell, time, cancellation);
        return its;
    }
}
