using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Awarding.Specification;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Exchange.Results;

namespace ResultsGrid.Tests.Formats;

/// <summary>A centre with one qualification of each shape that the formats treat differently; tests add its candidates.</summary>
internal static class FormatsCentre
{
    public static readonly SeriesCode Series = SeriesCode.Parse("6B26");
    public static readonly QualificationCode Accounting = QualificationCode.Parse("H401");
    public static readonly QualificationCode DoubleScience = QualificationCode.Parse("J250");
    public static readonly QualificationCode English = QualificationCode.Parse("J351");
    public static readonly QualificationCode AdvancedNational = QualificationCode.Parse("H129");
    public static readonly AssessmentCode AccountingUnit = AssessmentCode.Parse("F011");
    public static readonly AssessmentCode SciencePaper = AssessmentCode.Parse("J25001");
    public static readonly AssessmentCode EnglishPaper = AssessmentCode.Parse("J35101");
    public static readonly AssessmentCode ExaminedUnit = AssessmentCode.Parse("F200");
    public static readonly AssessmentCode ModeratedUnit = AssessmentCode.Parse("F201");

    public static CentreResults With(params CandidateResults[] candidates) => new(
        Series, "June 2026 GCE", "6B26-3", "Invented data: no real candidate", CentreNumber.Parse("12345"), "Sant Padarn's School",
        [
            Qualification(AdvancedNational, "Cambridge Advanced National", Structure.Unitised, 240, "P M D D*", true, ExaminedUnit, ModeratedUnit),
            Qualification(Accounting, "GCE Accounting", Structure.Unitised, 400, "A* A B C D E", false, AccountingUnit),
            Qualification(DoubleScience, "GCSE Combined Science", Structure.Linear, 420, "9-9 9-8 8-8", false, SciencePaper),
            Qualification(English, "GCSE English Language", Structure.Linear, 160, "9 8 7", false, EnglishPaper),
        ],
        [
            Unit(AccountingUnit, Marking.Examined, 60, 80), Unit(ExaminedUnit, Marking.Examined, 50, 120), Unit(ModeratedUnit, Marking.Moderated, 90, 120),
            Component(SciencePaper, 60, 1.75m), Component(EnglishPaper, 80, 2m),
        ],
        candidates);

    public static CandidateResults Candidate(int number, string familyName = "Smith", string forenames = "Ann Mary", Uln? uln = null, AssessmentResult[]? assessments = null, Award[]? awards = null)
    {
        var body = $"12345026{number:0000}";
        return new CandidateResults(
            CandidateNumber.Parse($"{number:0000}"), new CandidateName(familyName, forenames), new DateOnly(2008, 2, 29),
            Uci.Parse(body + Uci.CheckCharacter(body)), uln, assessments ?? [], awards ?? []);
    }

    public static AssessmentResult UnitResult(AssessmentCode unit, int raw = 47, int ums = 66, string grade = "A", bool partialAbsence = false)
        => new(unit, Outcome.Graded, raw, ums, Grade.Parse(grade), partialAbsence, false);

    public static AssessmentResult AbsentUnit(AssessmentCode unit) => new(unit, Outcome.Absent, null, 0, null, false, false);

    public static AssessmentResult UngradedUnit(AssessmentCode unit, Outcome outcome) => new(unit, outcome, null, null, null, false, false);

    public static AssessmentResult ComponentResult(AssessmentCode component, int raw) => new(component, Outcome.Graded, raw, null, null, false, false);

    public static Award Award(QualificationCode qualification, string grade, int total, string? endorsement = null, string option = "", bool partialAbsence = false)
        => new(qualification, option, Outcome.Graded, Grade.Parse(grade), total, partialAbsence, endorsement is null ? null : Grade.Parse(endorsement), [], null);

    public static Award NoAward(QualificationCode qualification, Outcome outcome, string? reason = null, string? endorsement = null)
        => new(qualification, "", outcome, null, null, false, endorsement is null ? null : Grade.Parse(endorsement), [], reason);

    private static Qualification Qualification(QualificationCode code, string title, Structure structure, int maximum, string grades, bool twoFiles, params AssessmentCode[] contributions) => new(
        code, title, twoFiles ? Family.CambridgeAdvancedNational : Family.GceALevel, structure,
        new Gradeset($"set-{code}", [.. grades.Split(' ').Select(grade => Grade.Parse(grade))]), maximum,
        [new QualificationOption("", Tier.Untiered, contributions.Length, [.. contributions.Select(assessment => new Contribution(assessment, true))], [])],
        null, null, null, twoFiles, Provenance.Invented);

    private static Assessment Unit(AssessmentCode code, Marking marking, int maximum, int maximumUms) => new(
        code, $"Unit {code}", AssessmentKind.Unit, UnitLevel.A2, Tier.Untiered, marking, maximum, 1m, [],
        new UniformScale(maximumUms, maximumUms, BelowLowest.DirectToZero, null, null, null));

    private static Assessment Component(AssessmentCode code, int maximum, decimal weight) => new(
        code, $"Paper {code}", AssessmentKind.Component, UnitLevel.None, Tier.Untiered, Marking.Examined, maximum, weight, [], null);
}
