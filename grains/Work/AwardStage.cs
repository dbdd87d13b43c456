using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Assessments;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Work;

/// <summary>Awards every candidate of a centre and counts the centre's grades.</summary>
public sealed class AwardStage(IGrainFactory grains)
{
    public async Task Award(SeriesCode series, CentreNumber centre, int job)
    {
        var candidates = await grains.Results(series, centre).GetCandidates();
        var counted = await candidates.Gather(number => grains.Candidate(series, centre, number).Award(job));
        await grains.Results(series, centre).SetTally(Tally.Of(counted.SelectMany(results => results)));
    }
}
