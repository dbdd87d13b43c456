using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Exchange.Results;
using static ResultsGrid.Tests.Documents.CentreBuilder;

namespace ResultsGrid.Tests.Documents;

/// <summary>A centre that has one of everything that a document can print.</summary>
internal static class SampleCentre
{
    public static CentreBuilder Specifications() => new CentreBuilder()
        .Qualification("H401", "English Literature")
        .Qualification("H465", "History A")
        .Qualification("7892", "Mathematics (MEI)", maximum: 600)
        .Qualification("J999", "Combined Science", new Gradeset("9-9", Grades("9-9", "9-8", "8-8", "8-7", "7-7")), 420)
        .Unit("F661", "Poetry and Prose 1800–1945", 120).Unit("F662", "Literature in the Modern World", 80)
        .Unit("F961", "British History Period Studies").Unit("F962", "European and World History Period Studies")
        .Unit("4751", "Introduction to Advanced Mathematics (C1)").Unit("4752", "Concepts for Advanced Mathematics (C2)")
        .Component("J999A", "Biology paper 1").Component("J999B", "Chemistry paper 1");

    public static CentreResults Build() => Specifications()
        .Candidate(1, "ABERNATHY-WYNN", "Siân Ŵyn", [
            Award("H401", "A*", 372, endorsement: "P", counted: [new CountedResult(AssessmentCode.Parse("4752"), SeriesCode.Parse("6B25"), 88m)]),
            Award("7892", "B", 431, partialAbsence: true),
            Award("J999", "9-8", 380)],
            [
                UnitResult("4751", "A", 91, raw: 63), UnitResult("F661", "B", 93, specialConsideration: true, raw: 51), UnitResult("F662", "U", 21, raw: 9),
                UnitResult("J999A", null, null, raw: 57), UnitResult("J999B", null, null, Outcome.Absent),
            ], uln: "0000000042")
        .Candidate(2, "O'BRIEN (Jr)", "Zoë-Marie", [
            Ungraded("H465", Outcome.NoResult, "More than one UCI is known for this candidate."),
            Ungraded("H401", Outcome.Pending, "The result of unit F661 is not final.")],
            [UnitResult("F661", null, null, Outcome.Pending), UnitResult("F961", null, 0, Outcome.Absent), UnitResult("F962", null, null, Outcome.NoResult)])
        .Candidate(3, "ŠKVORECKÝ", "Łukasz", [], [UnitResult("4751", "C", 62, partialAbsence: true, raw: 44)])
        .Build();

    /// <summary>Candidates numbered from 1, each with three awards and twelve units.</summary>
    public static CentreResults Large(int candidates)
    {
        var builder = Specifications();
        string[] codes = [.. Enumerable.Range(1, 12).Select(index => $"G{index:000}")];
        foreach (var code in codes) builder.Unit(code, $"Period Studies and Enquiries {code}");
        string[] grades = ["A", "B", "C", "D", "E", "U"];
        for (var number = 1; number <= candidates; number++)
        {
            builder.Candidate(
                number, $"FAMILY{(char)('A' + number % 26)}", $"Forename Number{number}",
                [Award("H401", grades[number % 6], 100 + number % 300), Award("H465", grades[number % 5], 120 + number % 200), Award("7892", "A*", 550)],
                [.. codes.Select((code, index) => UnitResult(code, grades[(number + index) % 6], 40 + (number + index) % 60))]);
        }

        return builder.Build();
    }
}
