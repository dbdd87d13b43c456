using ResultsGrid.Awarding;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Exchange.Results;
using ResultsGrid.Grains.Series;

namespace ResultsGrid.Grains.Publication;

/// <summary>Puts together what a centre's documents are rendered from.</summary>
public static class CentreResultsAssembly
{
    /// <param name="candidates">In candidate-number order.</param>
    public static CentreResults Assemble(
        AwardingBasis specifications, SeriesProfile profile, CentreNumber centre, string centreName, IReadOnlyList<CandidateResults> candidates)
    {
        var certified = candidates.SelectMany(candidate => candidate.Awards).Select(award => award.Qualification).Distinct();
        var assessed = candidates.SelectMany(candidate => candidate.Assessments).Select(result => result.Assessment)
            .Concat(candidates.SelectMany(candidate => candidate.Awards).SelectMany(award => award.Counted).Select(counted => counted.Assessment))
            .Distinct();
        return new CentreResults(
            specifications.Series,
            profile.Title,
            profile.BasedataVersion,
            profile.Notice,
            centre,
            centreName,
            [.. certified.Order().Select(code => specifications.Qualifications[code])],
            [.. assessed.Order().Select(code => specifications.Assessments[code])],
            candidates);
    }
}
