using ResultsGrid.Awarding.Results;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Exchange.Results;
using static ResultsGrid.Tests.Formats.FormatsCentre;

namespace ResultsGrid.Tests.BadInput;

/// <summary>A centre with a result of every shape, small enough to be read thousands of times.</summary>
internal static class FormatsSample
{
    public static CentreResults Centre { get; } = With(
        Candidate(1, "Núñez", "Zoë", Uln.Parse("0000000042"),
            [UnitResult(AccountingUnit), ComponentResult(SciencePaper, 41)],
            [Award(Accounting, "A", 330), Award(DoubleScience, "9-8", 400), Award(English, "8", 120, "P", "H2")]),
        Candidate(2, assessments: [AbsentUnit(AccountingUnit), UnitResult(ExaminedUnit)], awards: [NoAward(Accounting, Outcome.Pending, "A mark is pending.")]),
        Candidate(3, "O'Brien", "", null, [UngradedUnit(ModeratedUnit, Outcome.NoResult)], [Award(AdvancedNational, "M", 120, partialAbsence: true)]));
}
