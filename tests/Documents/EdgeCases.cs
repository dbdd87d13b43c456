using ResultsGrid.Awarding.Results;
using ResultsGrid.Exchange.Results;
using static ResultsGrid.Tests.Documents.CentreBuilder;

namespace ResultsGrid.Tests.Documents;

/// <summary>A centre whose statements are as awkward to set as any.</summary>
internal static class EdgeCases
{
    private const string Notice = "Invented data: no real candidate. This line goes on and on until it has to be broken, and it is broken more than once, "
        + "because whoever sees this document by chance should be told at some length, and on each of its pages, that nobody in it exists.";

    public static CentreResults Build()
    {
        var builder = SampleCentre.Specifications();
        builder.Notice = Notice;
        var reason = string.Join(' ', Enumerable.Range(1, 900).Select(number => $"reason{number}"));
        return builder
            .Candidate(1, "LONG", "Reason", [Ungraded("H465", Outcome.Pending, reason), Award("H401", "B", 281)])
            // A tabulator and a bell; then letters beyond the everyday ones that follow each other, over a boundary of 256 as well.
            .Candidate(2, "TAB\tBELL\a", "éêëþÿĀāĂ", [Award("H401", "A*", 372)])
            .Build();
    }
}
