using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Assessments;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Series;

namespace ResultsGrid.Grains.Work;

/// <summary>The two stages of an award: every candidate of a centre, then the national counts.</summary>
public sealed class AwardStage(IGrainFactory grains)
{
    public async Task Award(SeriesCode series, CentreNumber centre, SeriesSpecifications specifications)
    {
        var candidates = await grains.Results(series, centre).GetCandidates();
        var awards = await candidates.Gather(async number =>
        {
            var candidate = grains.Candidate(series, centre, number);
            var work = await candidate.GetWork() ?? throw new InvalidOperationException($"Candidate {number} is listed but was never registered.");
            return await candidate.Award(specifications.For(work));
        });
        await grains.Results(series, centre).SetTally(Tally.Of(awards));
    }

    public async Task Count(SeriesCode series, SeriesProfile profile)
    {
        var tallies = await profile.Centres.Gather(centre => grains.Results(series, centre).GetTally());
        var national = Tally.Sum(tallies.OfType<Tally>());
        await profile.Assessments.ForEach(code =>
            grains.Assessment(series, code).SetStatistics(national.Counts.GetValueOrDefault(code.ToString(), GradeCounts.None)));
        await profile.Qualifications.ForEach(code =>
            grains.Assessment(series, code).SetStatistics(national.Counts.GetValueOrDefault(code.ToString(), GradeCounts.None)));
    }
}
