using ResultsGrid.Exchange.Broadsheets;
using ResultsGrid.Exchange.Csv;
using ResultsGrid.Exchange.Edi;
using ResultsGrid.Exchange.Marks;
using ResultsGrid.Exchange.Results;
using ResultsGrid.Exchange.Statements;
using ResultsGrid.Exchange.Summaries;
using ResultsGrid.Exchange.Xlsx;
using ResultsGrid.Exchange.Xml;
using ResultsGrid.Exchange.Zip;
using ResultsGrid.Grains.Results;

namespace ResultsGrid.Grains.Publication;

/// <summary>Every document that a centre gets, rendered from its results alone: the same results give the same bytes.</summary>
public static class CentreDocuments
{
    private const string Pdf = "application/pdf";
    private const string Csv = "text/csv; charset=utf-8";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Zip = "application/zip";
    private const string Xml = "application/xml";
    /// <summary>Not text/plain: browsers add .txt to the name of a text whose ending they don't know, and a management information system looks for the exact name.</summary>
    private const string Edi = "application/octet-stream";

    /// <param name="firstSequence">Of the EDI files: their names count on from those of earlier versions.</param>
    public static IEnumerable<RenderedDocument> Render(CentreResults results, int firstSequence)
    {
        ArgumentNullException.ThrowIfNull(results);
        var main = EdiResultsFile.Write(results, EdiContent.Main, firstSequence);
        yield return new("results-file", DocumentKind.ResultsFile, "Results file (EDI)", main.FileName, Edi, main.Bytes);
        if (EdiResultsFile.NeedsSecondFile(results))
        {
            var units = EdiResultsFile.Write(results, EdiContent.SeparateUnits, firstSequence + 1);
            yield return new("unit-results-file", DocumentKind.UnitResultsFile, "Unit results file (EDI)", units.FileName, Edi, units.Bytes);
        }

        var xml = XmlResultsFile.Write(results);
        yield return new("xml-results-file", DocumentKind.XmlResultsFile, "Results file with component marks (XML)", xml.FileName, Xml, xml.Bytes);

        var prefix = $"{results.Centre}_{results.Series}";
        var broadsheet = BroadsheetTable.Of(results);
        yield return new("broadsheet-csv", DocumentKind.BroadsheetCsv, "Results broadsheet (CSV)", $"{prefix}_broadsheet.csv", Csv, CsvDocument.Write(broadsheet));
        yield return new("broadsheet-xlsx", DocumentKind.BroadsheetXlsx, "Results broadsheet (spreadsheet)", $"{prefix}_broadsheet.xlsx", Xlsx, XlsxDocument.Write(broadsheet));
        yield return new("broadsheet-pdf", DocumentKind.BroadsheetPdf, "Results broadsheet (PDF)", $"{prefix}_broadsheet.pdf", Pdf, BroadsheetPdf.Render(results));
        var statements = new CentreStatements(results);
        yield return new("statements-pdf", DocumentKind.StatementsPdf, "Statements of results, all candidates (PDF)", $"{prefix}_statements.pdf", Pdf, statements.Whole());
        yield return new("statements-zip", DocumentKind.StatementsZip, "Statements of results, one file a candidate (ZIP)", $"{prefix}_statements.zip", Zip, DeterministicZip.Write(
            results.Candidates.Select(candidate => (StatementFileName.For(candidate), statements.Of(candidate)))));
        var summary = SummaryTable.Of(results);
        yield return new("summary-csv", DocumentKind.SummaryCsv, "Summary of results (CSV)", $"{prefix}_summary.csv", Csv, CsvDocument.Write(summary));
        yield return new("summary-xlsx", DocumentKind.SummaryXlsx, "Summary of results (spreadsheet)", $"{prefix}_summary.xlsx", Xlsx, XlsxDocument.Write(summary));
        yield return new("summary-pdf", DocumentKind.SummaryPdf, "Summary of results (PDF)", $"{prefix}_summary.pdf", Pdf, SummaryPdf.Render(results));
        var marks = MarksTable.Of(results);
        yield return new("marks-csv", DocumentKind.MarksCsv, "Unit and component marks (CSV)", $"{prefix}_marks.csv", Csv, CsvDocument.Write(marks));
        yield return new("marks-xlsx", DocumentKind.MarksXlsx, "Unit and component marks (spreadsheet)", $"{prefix}_marks.xlsx", Xlsx, XlsxDocument.Write(marks));
    }
}
