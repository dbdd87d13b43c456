using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Results;

namespace ResultsGrid.Grains.Assessments;

/// <summary>As much of a candidate's result or award as statistics count.</summary>
/// <param name="Code">Of the assessment or the qualification.</param>
[GenerateSerializer, Immutable, Alias("TalliedResult")]
public sealed record TalliedResult([property: Id(0)] string Code, [property: Id(1)] Outcome Outcome, [property: Id(2)] Grade? Grade)
{
    public static IEnumerable<TalliedResult> Of(CandidateAwards awards)
    {
        ArgumentNullException.ThrowIfNull(awards);
        return awards.Assessments.Select(result => new TalliedResult(result.Assessment.ToString(), result.Outcome, result.Grade))
            .Concat(awards.Awards.Select(award => new TalliedResult(award.Qualification.ToString(), award.Outcome, award.Grade)));
    }
}
