namespace ResultsGrid.Grains.Results;

/// <summary>The documents that a centre gets.</summary>
[GenerateSerializer, Alias("DocumentKind")]
public enum DocumentKind
{
    ResultsFile,
    UnitResultsFile,
    XmlResultsFile,
    BroadsheetCsv,
    BroadsheetPdf,
    StatementsPdf,
    StatementsZip,
    SummaryCsv,
    SummaryPdf,
    MarksCsv,
    BroadsheetXlsx,
    SummaryXlsx,
    MarksXlsx,
}
