using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Awarding.Aggregation;

/// <summary>Why an award has no grade, in words for an exams officer.</summary>
internal static class Reasons
{
    public const string TwoUcis = "The candidate has more than one UCI: they must be merged first.";

    public static string Missing(IReadOnlyList<AssessmentCode> missing, Structure structure)
        => $"Not a permitted combination of {Parts(structure)}: {List(missing)} missing.";

    public static string TooFew(int filled, int needed, Structure structure)
        => $"Not a permitted combination of {Parts(structure)}: {filled} of {needed} optional {Parts(structure)}.";

    public static string NoResultFor(IReadOnlyList<AssessmentCode> assessments) => $"No result for {List(assessments)}.";

    public static string NoWork(Structure structure) => $"No work in any of the {Parts(structure)}.";

    public static string NotFinal(IReadOnlyList<AssessmentCode> assessments) => $"Not final yet: {List(assessments)}.";

    public static string TerminalShare(int sharePercent)
        => $"Less than {sharePercent} % of the uniform marks was taken in this series (terminal rule).";

    private static string Parts(Structure structure) => structure == Structure.Unitised ? "units" : "components";

    private static string List(IReadOnlyList<AssessmentCode> assessments) => string.Join(", ", assessments.Order());
}
