using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Gateway.Candidates;

/// <summary>An award on screen.</summary>
/// <param name="Total">Uniform or weighted marks out of <paramref name="MaximumTotal"/>; null unless graded.</param>
public sealed record AwardLine(
    QualificationCode Qualification,
    string Title,
    Outcome Outcome,
    Grade? Grade,
    int? Total,
    int MaximumTotal,
    bool PartialAbsence,
    Grade? Endorsement,
    string? Reason,
    IReadOnlyList<CountedResult> Counted)
{
    public static AwardLine Of(Award award, Qualification qualification) => new(
        award.Qualification, qualification.Title, award.Outcome, award.Grade, award.Total, qualification.MaximumTotal,
        award.PartialAbsence, award.Endorsement, award.Reason, award.Counted);
}
