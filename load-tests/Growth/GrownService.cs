using ResultsGrid.LoadTests.Arrivals;
using ResultsGrid.LoadTests.Ceilings;
using ResultsGrid.LoadTests.Nights.Preparation;
using ResultsGrid.LoadTests.Processes;
using ResultsGrid.LoadTests.Wire;

namespace ResultsGrid.LoadTests.Growth;

/// <summary>A service of one size and, beside it, a bare Kestrel endpoint that serves the same documents from memory: what that costs more for being larger is no doing of the service.</summary>
public sealed class GrownService : IDisposable
{
    private const int Connections = 16;

    /// <summary>Of one candidate's centre, the smaller and the larger documents.</summary>
    private static readonly int[] DocumentBytes = [2_000, 20_000];

    private readonly NightTarget target;
    private readonly ServerProcess bare;
    private readonly IReadOnlyList<LoadRequest> requests;
    private readonly IReadOnlyList<LoadRequest> bareRequests;
    private readonly Uri bareAddress;
    private readonly TimeProvider time;
    private readonly LoadFigures heard = new();
    private readonly LoadFigures heardOfBare = new();
    private readonly List<TimeSpan> processor = [];
    private readonly List<TimeSpan> bareProcessor = [];

    private GrownService(NightTarget target, IReadOnlyList<CeilingDocument> documents, string site, TimeProvider time)
    {
        (this.target, this.time) = (target, time);
        bareAddress = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        var (program, arguments) = BareKestrel.Start(site, bareAddress.GetLeftPart(UriPartial.Authority));
        bare = new ServerProcess(program, arguments, new Dictionary<string, string>());
        requests = [.. documents.Select(document => DocumentRequests.Of(target.Address, document))];
        bareRequests = [.. documents.Select(document => DocumentRequests.Of(bareAddress, document))];
    }

    /// <param name="target">Up and ready; ours from here on.</param>
    /// <param name="site">A folder for the bare server's files.</param>
    public static async Task<GrownService> Start(NightTarget target, string site, TimeProvider time, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(target);
        GrownService? service = null;
        try
        {
            var documents = new List<CeilingDocument>();
            foreach (var bytes in DocumentBytes) documents.AddRange(await CeilingDocuments.Choose(target, bytes, cancellation));
            await Site.Write(site, documents);
            service = new GrownService(target, documents, site, time);
            await service.bare.Answers(service.bareAddress, time);
            return service;
        }
        catch
        {
            if (service is null) target.Dispose();
            else service.Dispose();
            throw;
        }
    }

    /// <summary>Asks both for the same documents, one after the other.</summary>
    /// <param name="count">How many requests to each.</param>
    /// <param name="isCounted">Not the first ones, on which compilers and caches warm up.</param>
    public async Task Ask(int count, int seed, bool isCounted, CancellationToken cancellation)
    {
        var cost = await Cost(target.Address, requests, heard, () => target.Process!.ProcessorTime, count, seed, cancellation);
        var bareCost = await Cost(bareAddress, bareRequests, heardOfBare, () => bare.ProcessorTime, count, seed, cancellation);
        if (!isCounted) return;
        processor.Add(cost);
        bareProcessor.Add(bareCost);
    }

    /// <param name="ready">From its start until it served.</param>
    /// <param name="heapBytes">Of all objects that live once everything but documents was read ahead.</param>
    public SizeFigures Figures(int centres, TimeSpan ready, long heapBytes) => new(centres, ready, heapBytes, target.Process!.MemoryBytes, processor, bareProcessor, Failures);

    private string Failures => (heard.Failures, heardOfBare.Failures) switch
    {
        (var its, "none") => its,
        ("none", var bares) => $"bare server: {bares}",
        (var its, var bares) => $"{its}; bare server: {bares}",
    };

    public void Dispose()
    {
        target.Dispose();
        bare.Dispose();
    }

    private async Task<TimeSpan> Cost(Uri address, IReadOnlyList<LoadRequest> mix, LoadFigures figures, Func<TimeSpan> processorTime, int count, int seed, CancellationToken cancellation)
    {
        var chance = new Random(seed);
        var chosen = Enumerable.Range(0, count).Select(_ => mix[chance.Next(mix.Count)]).ToList();
        var before = processorTime();
        await ClosedLoad.Run(WireAddress.Of(address), Connections, chosen, figures.Hear, time, cancellation);
        return (processorTime() - before) / count;
    }
}
