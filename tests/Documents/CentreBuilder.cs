using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Awarding.Specification;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Exchange.Results;

namespace ResultsGrid.Tests.Documents;

/// <summary>Results of an invented centre, as small or large as a test needs.</summary>
internal sealed class CentreBuilder
{
    private static readonly Gradeset ALevel = new("A*-E", Grades("A*", "A", "B", "C", "D", "E"));

    private readonly List<CandidateResults> candidates = [];
    private readonly SortedDictionary<string, Qualification> qualifications = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Assessment> assessments = new(StringComparer.Ordinal);

    public SeriesCode Series { get; } = SeriesCode.Parse("6B26");

    public string SeriesTitle { get; set; } = "June 2026 GCE";

    public string CentreName { get; set; } = "Fernleigh School";

    public string? Notice { get; set; }

    public static Grade[] Grades(params string[] grades) => [.. grades.Select(grade => Grade.Parse(grade))];

    public CentreBuilder Qualification(string code, string title, Gradeset? gradeset = null, int maximum = 400)
    {
        qualifications[code] = new Qualification(
            QualificationCode.Parse(code), title, Family.GceALevel, Structure.Unitised, gradeset ?? ALevel, maximum,
            [], null, null, null, HasTwoResultsFiles: false, Provenance.Invented);
        return this;
    }

    public CentreBuilder Unit(string code, string title, int maximumUms = 100)
    {
        GradeBoundary[] boundaries = [.. Grades("A", "B", "C", "D", "E").Select((grade, index) =>
            new GradeBoundary(grade, 60 - 6 * index, maximumUms * (80 - 10 * index) / 100, Provenance.Invented))];
        assessments[code] = new Assessment(
            AssessmentCode.Parse(code), title, AssessmentKind.Unit, UnitLevel.AS, Tier.Untiered, Marking.Examined, 75, 1, boundaries,
            new UniformScale(maximumUms, maximumUms, BelowLowest.DirectToZero, null, null, null));
        return this;
    }

    public CentreBuilder Component(string code, string title)
    {
        assessments[code] = new Assessment(
            AssessmentCode.Parse(code), title, AssessmentKind.Component, UnitLevel.None, Tier.Untiered, Marking.Examined, 75, 1, [], null);
        return this;
    }

    public CentreBuilder Candidate(
        int number, string familyName, string forenames, IReadOnlyList<Award>? awards = null, IReadOnlyList<AssessmentResult>? results = null, string? uln = null)
    {
        var body = $"10101026{number:0000}";
        candidates.Add(new CandidateResults(
            CandidateNumber.Parse($"{number:0000}"), new CandidateName(familyName, forenames), new DateOnly(2008, 3, 14),
            Uci.Parse(body + Uci.CheckCharacter(body)), uln is null ? null : Uln.Parse(uln), results ?? [], awards ?? []));
        return this;
    }

    public static Award Award(
        string code, string grade, int total, bool partialAbsence = false, string? endorsement = null, IReadOnlyList<CountedResult>? counted = null)
        => new(QualificationCode.Parse(code), "", Outcome.Graded, Grade.Parse(grade), total, partialAbsence,
            endorsement is null ? null : Grade.Parse(endorsement), counted ?? [], null);

    public static Award Ungraded(string code, Outcome outcome, string reason)
        => new(QualificationCode.Parse(code), "", outcome, null, null, PartialAbsence: false, null, [], reason);

    public static AssessmentResult UnitResult(
        string code, string? grade, int? ums, Outcome outcome = Outcome.Graded, bool partialAbsence = false, bool specialConsideration = false, int? raw = null)
        => new(AssessmentCode.Parse(code), outcome, raw, ums, grade is null ? null : Grade.Parse(grade), partialAbsence, specialConsideration);

    public CentreResults Build() => new(
        Series, SeriesTitle, "6B26-3", Notice, CentreNumber.Parse("10101"), CentreName,
        [.. qualifications.Values], [.. assessments.Values], candidates);
}
