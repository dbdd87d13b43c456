using ResultsGrid.Awarding.Results;

namespace ResultsGrid.Exchange.Statements;

/// <summary>Results in the words of a statement: X is "No Result", Q is "Pending", # stands beside the grade (domain 4.7).</summary>
internal static class PrintedGrade
{
    public const string NoResult = "No Result";
    public const string Pending = "Pending";
    public const string Absent = "Absent #";

    public static string Of(Award award) => Of(award.Outcome, award.Grade?.ToString(), award.PartialAbsence);

    public static string Of(AssessmentResult result) => Of(result.Outcome, result.Grade?.ToString(), result.PartialAbsence);

    private static string Of(Outcome outcome, string? grade, bool partialAbsence) => outcome switch
    {
        Outcome.NoResult => NoResult,
        Outcome.Pending => Pending,
        Outcome.Absent => Absent,
        // A component has no grade of its own; that it was marked is all a candidate is told.
        _ => (grade ?? "Marked") + (partialAbsence ? " #" : ""),
    };
}
