using ResultsGrid.Awarding.Results;
using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Exchange.Xml;

/// <summary>The words of docs/results.xsd that writer and reader must agree on.</summary>
internal static class ResultsNames
{
    public const string Namespace = "urn:resultsgrid:results:1";
    public const string Yes = "yes";
    public const string DateFormat = "yyyy-MM-dd";

    private const string Marked = "marked";

    public static string Of(AssessmentKind kind) => kind == AssessmentKind.Unit ? "unit" : "component";

    public static AssessmentKind KindOf(string? name) => name == "unit" ? AssessmentKind.Unit : AssessmentKind.Component;

    /// <summary>A component has no grade of its own, so one with a mark is marked and not graded.</summary>
    public static string Of(Outcome outcome, AssessmentKind kind)
        => outcome == Outcome.Graded && kind == AssessmentKind.Component ? Marked : Of(outcome);

    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.Graded => "graded",
        Outcome.NoResult => "no-result",
        Outcome.Pending => "pending",
        Outcome.Absent => "absent",
        _ => throw new InvalidDataException($"{outcome} has no name in a results file."),
    };

    public static Outcome OutcomeOf(string? name) => name switch
    {
        "no-result" => Outcome.NoResult,
        "pending" => Outcome.Pending,
        "absent" => Outcome.Absent,
        _ => Outcome.Graded,
    };
}
