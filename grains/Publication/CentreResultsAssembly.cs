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
        var certified = candidates.SelectMany(candidate => candidate.Awards).Select(award => award.Qualification);
        var entered = candidates.SelectMany(candidate => candidate.Assessments).Select(result => result.Assessment).ToHashSet();
        // Their units go out in a second file, also where nobody certifies yet.
        var separate = specifications.Qualifications.Values
            .Where(qualification => qualification.HasTwoResultsFiles
                && qualification.Options.SelectMany(option => option.Contributions).Any(contribution => entered.Contains(contribution.Assessment)))
            .Select(qualification => qualification.Code);
        var assessed = entered
            .Concat(candidates.SelectMany(candidate => candidate.Awards).SelectMany(award => award.Counted).Select(counted => counted.Assessment))
            .Distinct();
        return new CentreResults(
            specifications.Series,
            profile.Title,
            profile.BasedataVersion,
            profile.Notice,
            centre,
            centreName,
            [.. certified.Union(separate).Order().Select(code => specifications.Qualifications[code])],
            [.. assessed.Order().Select(code => specifications.Assessments[code])],
            candidates);
    }
}
