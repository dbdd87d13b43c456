using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Exchange.SeriesFiles;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;
using ResultsGrid.Grains.Series;

namespace ResultsGrid.Grains.Work;

/// <summary>The two stages of a load: read the package whole, then give each centre's candidates what is theirs.</summary>
public sealed class LoadStage(IGrainFactory grains, PackageCache packages)
{
    /// <summary>Reads and checks the package. It changes nothing: the series may still refuse it.</summary>
    public async Task<PackageReading> Read(SeriesCode series, ContentHash package, CancellationToken cancellation)
    {
        var reading = await packages.Read(package, cancellation);
        if (reading is SeriesReading.Refused refused) return new PackageReading.Refused([.. refused.Faults], refused.HasMore);

        var loaded = ((SeriesReading.Accepted)reading).Series;
        if (loaded.Series != series) return Refuse("series", loaded.Series.ToString(), $"This package is being loaded as series {series}.");
        if (LondonTime.ToInstant(loaded.RestrictedRelease) is not { } restricted) return Refuse("restrictedRelease", $"{loaded.RestrictedRelease:s}", "The clocks go forward over this time.");
        if (LondonTime.ToInstant(loaded.CandidateRelease) is not { } candidate) return Refuse("candidateRelease", $"{loaded.CandidateRelease:s}", "The clocks go forward over this time.");

        return new PackageReading.Accepted(Profile(loaded), new ReleaseSchedule(restricted, candidate));
    }

    /// <summary>Applies one item of a package that was accepted: the specifications of the whole series, or one centre.</summary>
    public async Task Apply(SeriesCode series, ContentHash package, string item, CancellationToken cancellation)
    {
        var loaded = ((SeriesReading.Accepted)await packages.Read(package, cancellation)).Series;
        if (item == SeriesGrain.WholeSeries) await Define(series, loaded);
        else await Apply(series, loaded, item);
    }

    private async Task Define(SeriesCode series, LoadedSeries loaded)
    {
        await loaded.Assessments.ForEach(assessment => grains.Assessment(series, assessment.Code).Define(assessment));
        await loaded.Qualifications.ForEach(qualification => grains.Assessment(series, qualification.Code).DefineQualification(qualification));
    }

    private async Task Apply(SeriesCode series, LoadedSeries loaded, string item)
    {
        var number = CentreNumber.Parse(item);
        var centre = loaded.Centres.First(entry => entry.Number == number);
        await grains.Centre(centre.Number).Enter(series, centre.Name);
        await centre.Candidates.ForEach(candidate => grains.Candidate(series, centre.Number, candidate.Number).Register(candidate));
        await grains.Results(series, centre.Number).SetCandidates([.. centre.Candidates.Select(candidate => candidate.Number)]);
    }

    private static PackageReading.Refused Refuse(string field, string value, string reason)
        => new([new Fault("series.json", Line: null, field, value, reason)], HasMore: false);

    private static SeriesProfile Profile(LoadedSeries loaded) => new(
        loaded.Title,
        loaded.BasedataVersion,
        loaded.Notice,
        [.. loaded.Qualifications.Select(qualification => qualification.Code)],
        [.. loaded.Assessments.Select(assessment => assessment.Code)],
        [.. loaded.Centres.Select(centre => centre.Number)]);
}
