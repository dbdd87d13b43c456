using ResultsGrid.Exchange.SeriesFiles;
using ResultsGrid.Rehearsal;
using Spectre.Console;

namespace ResultsGrid.LoadTests.National;

/// <summary>Results become documents: how fast, on how much memory and disk.</summary>
public static class PublishBenchmark
{
    /// <summary>Enough for steady figures; the rates of pure steps do not depend on how many there are.</summary>
    private const int RenderedCentres = 100;

    private const int RenderedCandidates = 10_000;

    /// <param name="folder">Gets the package and the service's data.</param>
    public static async Task<NightFigures> Run(RehearsalPlan plan, string folder, IAnsiConsole console, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(console);
        Directory.CreateDirectory(folder);
        var package = new FileInfo(Path.Combine(folder, "series.zip"));
        using (var zip = package.Create()) RehearsalSeries.Write(zip, plan);
        package.Refresh();
        console.WriteLine($"Series made: {package.Length / 1e6:N1} MB packed, seed {plan.Seed}.");

        MeasureRendering(plan with { Centres = Math.Min(plan.Centres, RenderedCentres), Candidates = Math.Min(plan.Candidates, RenderedCandidates) }, console);
        var night = await new NationalNight(plan, Path.Combine(folder, "data"), TimeProvider.System).Run(package, cancellation);
        NightTable.Print(night, console);
        return night;
    }

    private static void MeasureRendering(RehearsalPlan plan, IAnsiConsole console)
    {
        using var package = new MemoryStream();
        RehearsalSeries.Write(package, plan);
        if (SeriesFilesReader.ReadZip(package, CancellationToken.None) is not SeriesReading.Accepted { Series: var series })
            throw new InvalidOperationException("The invented series was refused.");
        var rates = new RenderingRates(series, TimeProvider.System).Measure();
        var work = series.Centres.SelectMany(centre => centre.Candidates).Select(candidate => candidate.Work).ToList();
        RenderingTable.Print(rates, work.Count, work.Sum(one => one.Entries.Count + one.CertificationEntries.Count), console);
    }
}
