using ResultsGrid.Awarding;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Specification;
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
        var assessed = candidates.SelectMany(candidate => candidate.Assessments).Select(result => result.Assessment)
            .Concat(candidates.SelectMany(candidate => candidate.Awards).SelectMany(award => award.Counted).Select(counted => counted.Assessment))
            .ToHashSet();
        // A unit of a qualification with two results files belongs into the second also where nobody certifies yet.
        var certified = candidates.SelectMany(candidate => candidate.Awards).Select(award => award.Qualification)
            .Concat(specifications.Qualifications.Values.Where(one => one.HasTwoResultsFiles && Contributing(one).Any(assessed.Contains)).Select(one => one.Code))
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

    private static IEnumerable<AssessmentCode> Contributing(Qualification qualification)
        => qualification.Options.SelectMany(option => option.Contributions).Select(contribution => contribution.Assessment);
}
