using ResultsGrid.Tests.Oracle;

namespace ResultsGrid.Tests.Pipeline;

/// <summary>The words for a result on paper: X is No Result, Q is Pending, # stands beside what lacks some work (domain 4.7).</summary>
internal static class Words
{
    public static string Of(ExpectedAward award) => Of(award.Outcome, award.Grade, award.IsPartial);

    public static string Of(ExpectedAssessment result) => Of(result.Outcome, result.Grade, result.IsPartial);

    /// <summary>What there is, one space between.</summary>
    public static string Join(params object?[] parts) => string.Join(' ', parts.Select(part => $"{part}").Where(part => part.Length > 0));

    private static string Of(string outcome, string? grade, bool isPartial) => outcome switch
    {
        "graded" => (grade ?? "Marked") + (isPartial ? " #" : ""),
        "pending" => "Pending",
        "absent" => "Absent #",
        _ => "No Result",
    };
}
