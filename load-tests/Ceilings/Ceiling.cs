using System.Net.Http.Headers;
using System.Text.Json;
using ResultsGrid.LoadTests.Latencies;
using ResultsGrid.LoadTests.Nights.Preparation;
using ResultsGrid.LoadTests.Promises;

namespace ResultsGrid.LoadTests.Ceilings;

/// <summary>The most that each contestant serves: the same requests from the same generator, by turns, in several rounds.</summary>
public sealed class Ceiling(CeilingPlan plan, TimeProvider clock, Action<string> tell)
{
    private readonly List<(Discipline Discipline, string Contestant, WrkFigures Figures, TimeSpan Processor)> seen = [];
    private long downloads;
    private int runs;

    /// <param name="night">The folder that a night was prepared in.</param>
    public async Task<DrillReport> Run(string night, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("resultsgrid-ceiling-").FullName;
        try
        {
            return await Run(night, folder, cancellation);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<DrillReport> Run(string night, string folder, CancellationToken cancellation)
    {
        var sizes = plan.Disciplines.Select(discipline => discipline.Bytes).Distinct().ToList();
        var documents = new Dictionary<int, IReadOnlyList<CeilingDocument>>();
        string series;
        long before;
        using (var target = await NightData.Open(night))
        {
            series = target.Series.ToString();
            foreach (var size in sizes) documents[size] = await CeilingDocuments.Choose(target, size, cancellation);
            before = await Recorded(target.Address, documents[sizes[0]], series, cancellation);
        }

        using var race = new Race(folder, NightData.Data(night), clock);
        await race.Start(documents.Values.SelectMany(one => one));
        foreach (var contestant in race.Contestants) await Learn(contestant, documents, cancellation);
        foreach (var discipline in plan.Disciplines)
        {
            for (var round = 1; round <= plan.Rounds; round++)
            {
                foreach (var contestant in race.Contestants) await Measure(contestant, discipline, new Wrk(folder), documents[discipline.Bytes], cancellation);
            }

            tell($"{discipline.Name} done.");
        }

        var recorded = await Recorded(race.Contestants[0].Http, documents[sizes[0]], series, cancellation) - before;
        var figures = plan.Disciplines.SelectMany(discipline => race.Contestants.Select(contestant => Figures(discipline, contestant.Name, documents[discipline.Bytes])));
        return CeilingReport.Of(plan, [.. figures], new LedgerCheck(downloads, recorded, (long)runs * plan.Connections));
    }

    private async Task Measure(Contestant contestant, Discipline discipline, Wrk wrk, IReadOnlyList<CeilingDocument> documents, CancellationToken cancellation)
    {
        var address = discipline.IsTls ? contestant.Https : contestant.Http;
        var lines = documents.Select(document => Wrk.Line(document, discipline.IsConditional ? document.ETags[contestant.Name] : null)).ToList();
        var warmed = await wrk.Run(address, lines, plan.Connections, plan.WarmUp, cancellation);
        var began = contestant.Process.ProcessorTime;
        var figures = await wrk.Run(address, lines, plan.Connections, plan.Duration, cancellation);
        seen.Add((discipline, contestant.Name, figures, contestant.Process.ProcessorTime - began));
        if (contestant.Name != Contestant.Gateway || discipline.IsConditional) return;
        downloads += warmed.Requests + figures.Requests;
        runs += 2;
    }

    /// <summary>Every contestant's own ETag of every document; also the first time that it is asked for each.</summary>
    private static async Task Learn(Contestant contestant, Dictionary<int, IReadOnlyList<CeilingDocument>> documents, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = contestant.Http };
        foreach (var document in documents.Values.SelectMany(one => one))
        {
            using var request = Request(HttpMethod.Head, document.Path, document.Key);
            using var answer = await http.SendAsync(request, cancellation);
            answer.EnsureSuccessStatusCode();
            document.ETags[contestant.Name] = answer.Headers.ETag!.ToString();
        }
    }

    private static async Task<long> Recorded(Uri address, IEnumerable<CeilingDocument> documents, string series, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = address };
        var count = 0L;
        foreach (var document in documents)
        {
            var path = $"{document.Path.Split($"/series/{series}")[0]}/series/{series}/downloads";
            using var request = Request(HttpMethod.Get, path, document.Key);
            using var answer = await http.SendAsync(request, cancellation);
            using var fetches = JsonDocument.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellation));
            count += fetches.RootElement.EnumerateArray().Sum(fetch => fetch.GetProperty("count").GetInt64());
        }

        return count;
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string key)
        => new(method, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", key) } };

    private CeilingFigures Figures(Discipline discipline, string contestant, IReadOnlyList<CeilingDocument> documents)
    {
        var rounds = seen.Where(one => one.Discipline == discipline && one.Contestant == contestant).ToList();
        var latencies = new LatencyHistogram();
        foreach (var round in rounds) latencies.Merge(round.Figures.Latencies);
        return new CeilingFigures(
            discipline, discipline.IsConditional ? 0 : documents.Average(document => document.Content.Length), contestant,
            Median(rounds.Select(round => round.Figures.PerSecond)),
            Quantile(0.5), Quantile(0.99), Quantile(0.999),
            TimeSpan.FromMicroseconds(Median(rounds.Select(round => round.Processor.TotalMicroseconds / round.Figures.Requests))),
            rounds.Sum(round => round.Figures.Errors), latencies);

        TimeSpan Quantile(double share) => TimeSpan.FromTicks((long)Median(rounds.Select(round => (double)round.Figures.Latencies.Quantile(share).Ticks)));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
