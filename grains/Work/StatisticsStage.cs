using ResultsGrid.Awarding.Codes;
using ResultsGrid.Grains.Assessments;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Series;

namespace ResultsGrid.Grains.Work;

/// <summary>National statistics: counted when a series has been awarded, announced when it has been published.</summary>
public sealed class StatisticsStage(IGrainFactory grains)
{
    /// <summary>Adds the centres' counts up. A centre that the award stopped at has none and is not in them.</summary>
    public async Task Count(SeriesCode series, SeriesProfile profile)
    {
        var tallies = await profile.Centres.Gather(centre => grains.Results(series, centre).GetTally());
        var national = Tally.Sum(tallies.OfType<Tally>());
        await ForEachCode(series, profile, (code, assessment) => assessment.SetStatistics(national.Counts.GetValueOrDefault(code, GradeCounts.None)));
    }

    /// <summary>Makes boundaries and statistics those that the public reads from candidate release.</summary>
    public Task Announce(SeriesCode series, SeriesProfile profile) => ForEachCode(series, profile, (_, assessment) => assessment.Announce());

    private async Task ForEachCode(SeriesCode series, SeriesProfile profile, Func<string, IAssessmentGrain, Task> call)
    {
        await profile.Assessments.ForEach(code => call(code.ToString(), grains.Assessment(series, code)));
        await profile.Qualifications.ForEach(code => call(code.ToString(), grains.Assessment(series, code)));
    }
}
