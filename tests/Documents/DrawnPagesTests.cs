using ResultsGrid.Exchange.Broadsheets;
using ResultsGrid.Exchange.Results;
using ResultsGrid.Exchange.Statements;
using ResultsGrid.Exchange.Summaries;
using static ResultsGrid.Tests.Documents.CentreBuilder;

namespace ResultsGrid.Tests.Documents;

/// <summary>
/// The documents' looks, approved by eye and kept beside these tests: whoever changes one on purpose approves it anew. What a
/// published document looks like must not change by accident, since publishing again would then replace every centre's.
/// </summary>
public sealed class DrawnPagesTests
{
    private static readonly CentreResults Centre = Sample();

    [Theory]
    [InlineData("statements")]
    [InlineData("broadsheet")]
    [InlineData("summary")]
    public void A_document_looks_as_it_was_approved(string document)
    {
        var pdf = document switch
        {
            "statements" => new CentreStatements(Centre).Whole(),
            "broadsheet" => BroadsheetPdf.Render(Centre),
            _ => SummaryPdf.Render(Centre with { Candidates = [.. Centre.Candidates.Take(3)] }),
        };
        Approval.Expect(document, DrawnPages.Of(pdf), pdf);
    }

    /// <summary>A notice of several lines, a row longer than a page, and names with characters that can't be printed.</summary>
    [Fact]
    public void A_document_at_its_edges_looks_as_it_was_approved()
    {
        var pdf = new CentreStatements(EdgeCases.Build()).Whole();
        Approval.Expect("edges", DrawnPages.Of(pdf), pdf);
    }

    /// <summary>The sample centre with a notice, and a candidate whose results take two pages.</summary>
    private static CentreResults Sample()
    {
        var builder = SampleCentre.Specifications();
        var codes = Enumerable.Range(1, 26).Select(index => $"G{index:000}").ToArray();
        foreach (var code in codes) builder.Unit(code, $"Period Studies and Enquiries with a long title {code}");
        builder.Candidate(4, "LONG", "List", [Award("H465", "C", 240)], [.. codes.Select((code, index) => UnitResult(code, "C", 50 + index))]);
        var sample = SampleCentre.Build();
        var longOne = builder.Build();
        return longOne with { Notice = "Invented data: no real candidate", Candidates = [.. sample.Candidates, .. longOne.Candidates] };
    }
}
