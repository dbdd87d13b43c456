using ResultsGrid.Awarding.Marks;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Awarding.Aggregation;

/// <summary>Which of a candidate's results may fill each place of an option.</summary>
internal sealed class Places(Candidacy candidacy, Qualification qualification)
{
    public Place Of(Contribution contribution)
    {
        var assessment = candidacy.Basis.AssessmentOf(contribution.Assessment);
        var result = candidacy.ResultOf(assessment.Code);
        var isEnhanced = candidacy.DecisionOn(assessment.Code, qualification.Code) is not null;
        var hasNoResult = result?.Outcome == Outcome.NoResult;
        return new Place(assessment, contribution.Mandatory || isEnhanced, Sittings(assessment, result, isEnhanced), hasNoResult, isEnhanced);
    }

    private IReadOnlyList<Sitting> Sittings(Assessment assessment, AssessmentResult? result, bool isEnhanced)
    {
        Sitting? current = result is null or { Outcome: Outcome.NoResult } ? null : Current(assessment, result);
        var isFinal = isEnhanced || (result is not null && LatestCounts(assessment));
        var earlier = isFinal ? null : Earlier(assessment);
        return (current, earlier) switch
        {
            (null, null) => [],
            (null, _) => [earlier],
            (_, null) => [current],
            _ => [current, earlier],
        };
    }

    private Sitting Current(Assessment assessment, AssessmentResult result) => new(
        assessment,
        candidacy.Basis.Series,
        Scores.Of(result, assessment),
        assessment.Scale?.MaximumUms ?? 0,
        result.Outcome,
        result.PartialAbsence,
        IsTowardsAStar(assessment));

    /// <summary>The one banked result worth considering: the latest where that must count, else the best, and of equals the latest.</summary>
    private Sitting? Earlier(Assessment assessment)
    {
        if (assessment.Scale is null || candidacy.Work.EarlierResults.Count == 0) return null;
        var banked = candidacy.Work.EarlierResults.Where(earlier => earlier.Assessment == assessment.Code);
        var chosen = LatestCounts(assessment)
            ? banked.OrderBy(Age).ThenByDescending(earlier => earlier.Ums).ThenBy(earlier => earlier.Series).FirstOrDefault()
            : banked.OrderByDescending(earlier => earlier.Ums).ThenBy(Age).ThenBy(earlier => earlier.Series).FirstOrDefault();
        return chosen is null
            ? null
            : new Sitting(assessment, chosen.Series, chosen.Ums, TerminalUms: 0, Outcome.Graded, PartialAbsence: false, IsTowardsAStar(assessment));
    }

    private int Age(EarlierResult earlier) => SeriesAge.InMonths(earlier.Series, candidacy.Basis.Series);

    private bool LatestCounts(Assessment assessment)
        => assessment.Marking == Marking.Examined && qualification.Terminal is { FinalExaminationCounts: true };

    private bool IsTowardsAStar(Assessment assessment) => qualification.AStar switch
    {
        null => false,
        { Units.Count: 0 } => assessment.Level == UnitLevel.A2,
        var rule => rule.Units.Contains(assessment.Code),
    };
}
