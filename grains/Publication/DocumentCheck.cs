using ResultsGrid.Exchange.Broadsheets;
using ResultsGrid.Exchange.Edi;
using ResultsGrid.Exchange.Marks;
using ResultsGrid.Exchange.Pdf;
using ResultsGrid.Exchange.Results;
using ResultsGrid.Exchange.Summaries;
using ResultsGrid.Exchange.Xml;
using ResultsGrid.Grains.Results;

namespace ResultsGrid.Grains.Publication;

/// <summary>The last look at a document, as it was read back from the store: is it whole, and this centre's?</summary>
public static class DocumentCheck
{
    /// <summary>Null for a sound document; else why it may not be published.</summary>
    public static string? Refuse(DocumentKind kind, byte[] document, CentreResults results)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(results);
        if (document.Length == 0) return "it is blank.";
        try
        {
            return kind switch
            {
                DocumentKind.ResultsFile => RefuseEdi(document, results, EdiContent.Main),
                DocumentKind.UnitResultsFile => RefuseEdi(document, results, EdiContent.SeparateUnits),
                DocumentKind.XmlResultsFile => RefuseXml(document, results),
                DocumentKind.StatementsPdf => StatementsCheck.RefusePdf(document, results),
                DocumentKind.StatementsZip => StatementsCheck.RefuseZip(document, results),
                DocumentKind.BroadsheetPdf => BroadsheetCheck.Refuse(document, results),
                DocumentKind.SummaryPdf => RefuseInOrder(
                    PdfText.Extract(document), results, ResultsSummary.Of(results).Entries.Select(entry => $"{entry.Code} ").Prepend($"Candidates: {results.Candidates.Count}.")),
                DocumentKind.BroadsheetCsv or DocumentKind.SummaryCsv or DocumentKind.MarksCsv => TableCheck.Refuse(kind, document, results),
                DocumentKind.BroadsheetXlsx => TableCheck.RefuseSpreadsheet(document, BroadsheetTable.Of(results), results),
                DocumentKind.SummaryXlsx => TableCheck.RefuseSpreadsheet(document, SummaryTable.Of(results), results),
                DocumentKind.MarksXlsx => TableCheck.RefuseSpreadsheet(document, MarksTable.Of(results), results),
                _ => $"nothing checks a document of kind {kind}.",
            };
        }
        catch (InvalidDataException damaged)
        {
            return $"it does not read back: {damaged.Message}";
        }
    }

    /// <summary>Every page names the centre; a page without it is blank or somebody else's.</summary>
    internal static string? RefusePages(IReadOnlyList<string> pages, CentreResults results)
    {
        if (pages.Count == 0) return "it has no pages.";
        var centre = results.Centre.ToString();
        var stray = pages.ToList().FindIndex(page => !HasNumber(page, centre));
        return stray < 0 ? null : $"page {stray + 1} of {pages.Count} does not name centre {results.Centre}.";
    }

    /// <summary>Not as a part of a longer number: a candidate's UCI begins with a centre's.</summary>
    private static bool HasNumber(string page, string number)
    {
        for (var at = page.IndexOf(number, StringComparison.Ordinal); at >= 0; at = page.IndexOf(number, at + 1, StringComparison.Ordinal))
        {
            var after = at + number.Length;
            if ((at == 0 || !char.IsAsciiDigit(page[at - 1])) && (after == page.Length || !char.IsAsciiDigit(page[after]))) return true;
        }

        return false;
    }

    /// <summary>What belongs into a list stands in it, each after the one before.</summary>
    internal static string? RefuseInOrder(IReadOnlyList<string> pages, CentreResults results, IEnumerable<string> expected)
    {
        if (RefusePages(pages, results) is { } reason) return reason;
        var text = string.Concat(pages);
        var at = 0;
        foreach (var one in expected)
        {
            var found = text.IndexOf(one, at, StringComparison.Ordinal);
            if (found < 0) return $"'{one}' is not in its place.";
            at = found + one.Length;
        }

        return null;
    }

    private static string? RefuseEdi(byte[] document, CentreResults results, EdiContent content)
    {
        if (EdiReader.Read(document) is not EdiReading.Accepted { File: var read }) return "it does not read back as a results file.";
        if (read.Header.Centre != results.Centre) return $"it names centre {read.Header.Centre}.";
        var meant = EdiResultsFile.Compose(results, content, read.Header.Sequence);
        return read.Header == meant.Header && read.Results.SequenceEqual(meant.Results) ? null : "it does not say what the centre's results say.";
    }

    private static string? RefuseXml(byte[] document, CentreResults results)
    {
        if (XmlResultsReader.Read(document) is not XmlResultsReading.Accepted { Results: var read }) return "it is not valid against the schema.";
        if (read.Centre != results.Centre) return $"it names centre {read.Centre}.";
        return XmlResultsFile.Write(read).Bytes.AsSpan().SequenceEqual(XmlResultsFile.Write(results).Bytes) ? null : "it does not say what the centre's results say.";
    }
}
