using ResultsGrid.LoadTests.National;
using ResultsGrid.Rehearsal;

namespace ResultsGrid.Tests.National;

/// <summary>A hundredth of a country through the real process, as publish-benchmark does it whole.</summary>
public sealed class NationalNightTests : IDisposable
{
    private const int Hundredth = 100;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("resultsgrid-national-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_hundredth_of_a_country_is_loaded_awarded_and_published_with_every_result_counted()
    {
        var plan = NationalSeries.Plan(NationalSeries.Centres / Hundredth, NationalSeries.Candidates / Hundredth, seed: 1);
        var package = new FileInfo(Path.Combine(folder.FullName, "series.zip"));
        using (var zip = package.Create()) RehearsalSeries.Write(zip, plan);

        var night = await new NationalNight(plan, Path.Combine(folder.FullName, "data"), TimeProvider.System).Run(package, CancellationToken.None);

        var work = Rehearsal.Rehearsed.Loaded(plan).Centres.SelectMany(centre => centre.Candidates).Select(candidate => candidate.Work).ToList();
        Assert.Equal((plan.Centres, plan.Candidates), (night.Centres, night.Candidates));
        Assert.Equal(work.Sum(one => one.Entries.Count + one.CertificationEntries.Count), night.Results);
        // Twelve or thirteen documents and the results themselves, the compressed ones in two forms.
        Assert.InRange(night.StoredDocuments, 17 * plan.Centres, 23 * plan.Centres);
        Assert.Equal((plan.Centres, plan.Candidates), (night.Growth.Sum(slice => slice.Centres), night.Growth.Sum(slice => slice.Candidates)));
        Assert.Contains(night.Stages, stage => stage.Stage == "publication: publishing");
    }
}
