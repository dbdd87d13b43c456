using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Exchange.Results;

/// <summary>The specifications of a centre's results by code.</summary>
/// <remarks>A result whose specification is missing is a fault of whoever gathered the results: <see cref="InvalidDataException"/>.</remarks>
public sealed class SpecificationIndex
{
    private static readonly Gradeset Printed = new("", []);

    private readonly Dictionary<AssessmentCode, Assessment> assessments;
    private readonly Dictionary<QualificationCode, Qualification> qualifications;

    private readonly Dictionary<(string Code, Grade Grade), ExchangeGrade> exchanged = [];

    public SpecificationIndex(CentreResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        assessments = results.Assessments.ToDictionary(assessment => assessment.Code);
        qualifications = results.Qualifications.ToDictionary(qualification => qualification.Code);
    }

    public Assessment Of(AssessmentCode code)
        => assessments.TryGetValue(code, out var found)
            ? found
            : throw new InvalidDataException($"A candidate has a result in assessment {code}, which the centre's results do not specify.");

    public Qualification Of(QualificationCode code)
        => qualifications.TryGetValue(code, out var found)
            ? found
            : throw new InvalidDataException($"A candidate has an award of qualification {code}, which the centre's results do not specify.");

    /// <summary>How results files carry an award's grade; null where it has none.</summary>
    /// <exception cref="InvalidDataException">The gradeset does not say, and the grade is longer than a field.</exception>
    public ExchangeGrade? ExchangedOf(Award award)
    {
        ArgumentNullException.ThrowIfNull(award);
        return award.Grade is { } grade ? Exchanged(award.Qualification.ToString(), Of(award.Qualification).Gradeset, grade) : null;
    }

    /// <summary>How results files carry a unit's grade; null where it has none.</summary>
    /// <exception cref="InvalidDataException">The gradeset does not say, and the grade is longer than a field.</exception>
    public ExchangeGrade? ExchangedOf(AssessmentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Grade is { } grade ? Exchanged(result.Assessment.ToString(), Of(result.Assessment).Gradeset ?? Printed, grade) : null;
    }

    // Worked out once for each grade that was given: a gradeset looks through all its grades.
    private ExchangeGrade Exchanged(string code, Gradeset gradeset, Grade grade)
    {
        if (exchanged.TryGetValue((code, grade), out var known)) return known;
        var worked = gradeset.Exchanged(grade)
            ?? throw new InvalidDataException($"Grade {grade} of {code} has no code of {ExchangeGrade.FieldLength} characters for results files.");
        exchanged[(code, grade)] = worked;
        return worked;
    }

    /// <summary>A component's raw mark times its weight; null for a unit and where there is no mark.</summary>
    public decimal? WeightedMark(AssessmentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var assessment = Of(result.Assessment);
        return assessment.Kind == AssessmentKind.Component ? result.RawMark * assessment.Weight : null;
    }
}
