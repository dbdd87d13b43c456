using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Assessments;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Work;

/// <summary>Awards every candidate of a centre and counts the centre's grades.</summary>
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
}
