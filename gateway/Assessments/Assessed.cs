using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Specification;
using ResultsGrid.Exchange.Results;
using ResultsGrid.Grains.Assessments;

namespace ResultsGrid.Gateway.Assessments;

/// <summary>A unit, component or qualification, seen as the one thing that results are listed by.</summary>
public sealed record Assessed(
    string Code,
    string Title,
    string Kind,
    int Maximum,
    int? MaximumUms,
    IReadOnlyList<Grade> Grades,
    IReadOnlyList<Boundary> Boundaries)
{
    public static Assessed Of(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return new(
            assessment.Code.ToString(), assessment.Title, assessment.Kind == AssessmentKind.Unit ? "unit" : "component",
            assessment.MaximumMark, assessment.Scale?.MaximumUms,
            [.. assessment.Boundaries.Select(boundary => boundary.Grade)],
            [.. assessment.Boundaries.Select(boundary => new Boundary(null, boundary.Grade, boundary.Mark, boundary.Ums, boundary.Provenance))]);
    }

    public static Assessed Of(Qualification qualification)
    {
        ArgumentNullException.ThrowIfNull(qualification);
        return new(
            qualification.Code.ToString(), qualification.Title, "qualification", qualification.MaximumTotal, MaximumUms: null,
            qualification.Gradeset.Grades,
            [.. qualification.Options.SelectMany(option => option.Boundaries.Select(boundary =>
                new Boundary(option.Code.Length == 0 ? null : option.Code, boundary.Grade, boundary.Mark, boundary.Ums, boundary.Provenance)))]);
    }

    public static Assessed? Of(AssessmentRecord? record) => record switch
    {
        { Assessment: { } assessment } => Of(assessment),
        { Qualification: { } qualification } => Of(qualification),
        _ => null,
    };

    /// <summary>All that a centre's results contain: qualifications first, then units and components, each in code order.</summary>
    public static IEnumerable<Assessed> In(CentreResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        return results.Qualifications.Select(Of).Concat(results.Assessments.Select(Of));
    }

    /// <summary>The centre's candidates with a result in this.</summary>
    public IEnumerable<AssessmentCandidate> Candidates(CentreResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        foreach (var candidate in results.Candidates)
        {
            var name = candidate.Name.ToString();
            foreach (var result in candidate.Assessments.Where(result => result.Assessment.ToString() == Code))
                yield return new(candidate.Number, name, result.Outcome, result.RawMark, result.Ums, result.Grade, result.PartialAbsence);
            foreach (var award in candidate.Awards.Where(award => award.Qualification.ToString() == Code))
                yield return new(candidate.Number, name, award.Outcome, award.Total, Ums: null, award.Grade, award.PartialAbsence);
        }
    }
}
