using FsCheck;
using FsCheck.Fluent;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Exchange.Results;
using static ResultsGrid.Tests.Formats.FormatsCentre;
using Outcome = ResultsGrid.Awarding.Results.Outcome;

namespace ResultsGrid.Tests.Formats;

/// <summary>Any centre: up to 12 candidates of any name with any mixture of results.</summary>
internal static class AnyCentre
{
    private static readonly AssessmentCode[] Units = [AccountingUnit, ExaminedUnit, ModeratedUnit];
    private static readonly AssessmentCode[] Components = [SciencePaper, EnglishPaper];
    private static readonly Outcome[] Outcomes = [Outcome.Graded, Outcome.Graded, Outcome.NoResult, Outcome.Pending];

    private static readonly Gen<string> Names = Gen.OneOf(
        ArbMap.Default.GeneratorFor<NonEmptyString>().Select(text => text.Get),
        Gen.Elements("O’Brien", "Łukasiewicz", "Strauß", "=cmd|' /C calc'!A0", "Þórðarson", "毛", "x\0y", "a:b", new string('W', 60), " lead ", "]]>&<\r\n"));

    private static readonly Gen<Grade> SingleGrades = Gen.Elements("A*", "A", "U", "9", "1", "D*", "NC", "*2").Select(grade => Grade.Parse(grade));

    public static Arbitrary<CentreResults> Arbitrary { get; } = (
        from count in Gen.Choose(0, 12)
        from candidates in Gen.CollectToArray(Enumerable.Range(1, count).Select(Candidates))
        select With([.. candidates])).ToArbitrary();

    private static Gen<CandidateResults> Candidates(int number) =>
        from family in Names
        from forenames in Gen.OneOf(Names, Gen.Constant(""))
        from uln in Gen.Elements<Uln?>(null, Uln.Parse("0000000042"))
        from units in Gen.SubListOf(Units).SelectMany(chosen => Gen.CollectToArray(chosen.Select(UnitResults)))
        from components in Gen.SubListOf(Components).SelectMany(chosen => Gen.CollectToArray(chosen.Select(ComponentResults)))
        from awards in Gen.SubListOf(new[] { Accounting, DoubleScience, English, AdvancedNational }).SelectMany(chosen => Gen.CollectToArray(chosen.Select(Awards)))
        select Candidate(number, family, forenames, uln, [.. units, .. components], [.. awards]);

    private static Gen<AssessmentResult> UnitResults(AssessmentCode unit) =>
        from outcome in Gen.Elements([.. Outcomes, Outcome.Absent])
        from ums in Gen.Choose(0, 80)
        from grade in SingleGrades
        from partialAbsence in Gen.Elements(true, false)
        let graded = outcome == Outcome.Graded
        select new AssessmentResult(unit, outcome, graded ? ums / 2 : null, graded ? ums : outcome == Outcome.Absent ? 0 : null, graded ? grade : null, partialAbsence, ums % 7 == 0);

    private static Gen<AssessmentResult> ComponentResults(AssessmentCode component) =>
        from outcome in Gen.Elements([.. Outcomes, Outcome.Absent])
        from raw in Gen.Choose(0, 60)
        select new AssessmentResult(component, outcome, outcome == Outcome.Graded ? raw : null, null, null, raw % 5 == 0, raw % 3 == 0);

    private static Gen<Award> Awards(QualificationCode qualification) =>
        from outcome in Gen.Elements(Outcomes)
        from grade in qualification == DoubleScience ? Gen.Elements("A*A*", "AB", "9-8", "U").Select(text => Grade.Parse(text)) : SingleGrades
        from total in Gen.Choose(0, 160)
        from endorsement in Gen.Elements<Grade?>(null, null, Grade.Parse("P"), Grade.Parse("NC"))
        from option in Gen.Elements("", "A", "H2")
        let graded = outcome == Outcome.Graded
        select new Award(
            qualification, option, outcome, graded ? grade : null, graded ? total : null, total % 4 == 0, endorsement,
            [new CountedResult(AccountingUnit, SeriesCode.Parse("1A25"), total / 2m)], graded ? null : $"because {total}");
}
