using System.Globalization;
using ResultsGrid.Awarding;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Marks;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Awarding.Specification;
using ResultsGrid.Awarding.Uniform;

namespace ResultsGrid.Tests.Awarding;

/// <summary>Small specifications and candidates to award, with what a test doesn't care about filled in.</summary>
internal static class Specimen
{
    public static readonly SeriesCode Now = SeriesCode.Parse("6B26");

    public static readonly QualificationCode Certified = QualificationCode.Parse("H401");

    public static AssessmentCode Code(string text) => AssessmentCode.Parse(text);

    /// <summary>Boundaries as "A60 B54 C48"; "E" alone leaves the mark blank; "P20=24" gives the uniform mark.</summary>
    public static GivenBoundary[] Given(string boundaries) => [.. boundaries.Split(' ').Select(text =>
    {
        var parts = text.Split('=');
        var grade = parts[0].TrimEnd("0123456789".ToCharArray());
        int? mark = grade.Length < parts[0].Length ? Number(parts[0][grade.Length..]) : null;
        return new GivenBoundary(Grade.Parse(grade), mark, parts.Length > 1 ? Number(parts[1]) : null, Provenance.Published);
    })];

    public static CompletedScale Scale(
        UnitLevel level,
        int maximumMark,
        int maximumUms,
        string boundaries,
        Tier tier = Tier.Untiered,
        int? attainableUms = null,
        BelowLowest belowLowest = BelowLowest.DirectToZero,
        int? aStarMark = null,
        CapMark? cap = null,
        int? nMark = null)
        => UniformScales.Complete(level, tier, maximumMark, maximumUms, attainableUms, belowLowest, aStarMark, cap ?? new CapMark.ByRule(), nMark, Given(boundaries));

    public static UniformConversion Conversion(CompletedScale scale, int maximumMark) => new(scale.Boundaries, scale.Scale, maximumMark);

    public static Assessment Unit(string code, UnitLevel level, int maximumMark, CompletedScale scale, Tier tier = Tier.Untiered, Marking marking = Marking.Examined)
        => new(Code(code), code, AssessmentKind.Unit, level, tier, marking, maximumMark, 1, scale.Boundaries, scale.Scale);

    /// <summary>A unit whose raw mark is its uniform mark: for rules that look at uniform marks only.</summary>
    public static Assessment Plain(string code, int maximumUms, UnitLevel level = UnitLevel.AS, Marking marking = Marking.Examined)
    {
        GradeBoundary[] boundaries = [.. "A B C D E".Split(' ')
            .Select(text => Grade.Parse(text))
            .Select(grade => (Grade: grade, Ums: UniformScales.BoundaryUms(level, Tier.Untiered, grade, maximumUms)!.Value))
            .Select(boundary => new GradeBoundary(boundary.Grade, boundary.Ums, boundary.Ums, Provenance.Invented))];
        var scale = new UniformScale(maximumUms, maximumUms, BelowLowest.DirectToZero, AStar: null, Cap: null, NotionalN: null);
        return new Assessment(Code(code), code, AssessmentKind.Unit, level, Tier.Untiered, marking, maximumUms, 1, boundaries, scale);
    }

    public static Assessment Component(string code, int maximumMark, decimal weight)
        => new(Code(code), code, AssessmentKind.Component, UnitLevel.None, Tier.Untiered, Marking.Examined, maximumMark, weight, [], null);

    /// <summary>One route. Contributions as "F011 F012 ?F013": a question mark before an optional one; all mandatory ones count.</summary>
    public static Qualification Qualification(
        int maximumTotal,
        string boundaries,
        string contributions,
        int? unitCount = null,
        AStarRule? aStar = null,
        TerminalRule? terminal = null,
        Structure structure = Structure.Unitised,
        Tier tier = Tier.Untiered)
    {
        GradeBoundary[] lowest = [.. Given(boundaries).Select(given => new GradeBoundary(given.Grade, given.Mark!.Value, null, Provenance.Invented))];
        Contribution[] parts = [.. contributions.Split(' ').Select(text => new Contribution(Code(text.TrimStart('?')), text[0] != '?'))];
        var option = new QualificationOption("", tier, unitCount ?? parts.Length, parts, lowest);
        var gradeset = new Gradeset("SPECIMEN", [.. lowest.Select(boundary => boundary.Grade)]);
        return new Qualification(
            Certified, "Specimen", Family.GceALevel, structure, gradeset, maximumTotal, [option], aStar, terminal, null, false, Provenance.Invented);
    }

    /// <summary>
    /// Marks as "F011=50 F012=absent F013=partly:30 F014=pending F015=x F016", the last entered without a mark; earlier results
    /// as "F011@1B25=70".
    /// </summary>
    public static CandidateWork Work(string marks, string earlier = "", params SpecialConsideration[] considerations)
    {
        var entered = Words(marks).Select(word => word.Split('=')).ToList();
        return new CandidateWork(
            [.. entered.Select(parts => Code(parts[0]))],
            [new CertificationEntry(Certified, "", null)],
            [.. entered.Where(parts => parts.Length == 2).Select(parts => Mark(Code(parts[0]), parts[1]))],
            [.. Words(earlier).Select(Earlier)],
            considerations);
    }

    public static CandidateAwards Awarded(CandidateWork work, Qualification qualification, params Assessment[] assessments)
        => Awards.Of(work, new AwardingBasis(
            Now,
            new Dictionary<QualificationCode, Qualification> { [qualification.Code] = qualification },
            assessments.ToDictionary(assessment => assessment.Code)));

    /// <summary>The only award of a candidate who certifies once.</summary>
    public static Award Award(CandidateWork work, Qualification qualification, params Assessment[] assessments)
        => Awarded(work, qualification, assessments).Awards.Single();

    /// <summary>The result of one assessment marked "50", "absent", "partly:30", "pending" or "x".</summary>
    public static AssessmentResult Result(Assessment assessment, string mark, params SpecialConsideration[] considerations)
    {
        var work = Work($"{assessment.Code}={mark}", "", considerations) with { CertificationEntries = [] };
        var basis = new AwardingBasis(
            Now, new Dictionary<QualificationCode, Qualification>(), new Dictionary<AssessmentCode, Assessment> { [assessment.Code] = assessment });
        return Awards.Of(work, basis).Assessments.Single();
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static AssessmentMark Mark(AssessmentCode code, string text) => text.Split(':') switch
    {
        ["absent"] => new AssessmentMark(code, MarkStatus.Absent, null),
        ["pending"] => new AssessmentMark(code, MarkStatus.Pending, null),
        ["x"] => new AssessmentMark(code, MarkStatus.NoResult, null),
        ["partly", var mark] => new AssessmentMark(code, MarkStatus.PartlyAbsent, Number(mark)),
        _ => new AssessmentMark(code, MarkStatus.Marked, Number(text)),
    };

    private static EarlierResult Earlier(string text)
    {
        var parts = text.Split('@', '=');
        return new EarlierResult(Code(parts[0]), SeriesCode.Parse(parts[1]), Number(parts[2]), Grade.Parse("A"));
    }
}
