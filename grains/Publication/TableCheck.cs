using ResultsGrid.Exchange.Csv;
using ResultsGrid.Exchange.Results;
using ResultsGrid.Exchange.Summaries;
using ResultsGrid.Exchange.Tables;
using ResultsGrid.Exchange.Xlsx;
using ResultsGrid.Grains.Results;

namespace ResultsGrid.Grains.Publication;

/// <summary>Checks a table as CSV or spreadsheet: every row the centre's, every result there.</summary>
internal static class TableCheck
{
    private const string CentreColumn = "centre_number";

    public static string? Refuse(DocumentKind kind, byte[] document, CentreResults results)
    {
        var table = CsvTable.Read(document);
        if (table.Rows.Count == 0) return "it has no rows.";
        if (table.Column(CentreColumn).FirstOrDefault(centre => centre != results.Centre.ToString()) is { } other) return $"it names centre {other}.";
        return kind switch
        {
            DocumentKind.MarksCsv when table.Rows.Count != results.Candidates.Sum(candidate => candidate.Assessments.Count) => "it does not have one row for every result.",
            DocumentKind.BroadsheetCsv when !table.Column("candidate_number").Distinct().SequenceEqual(results.Candidates.Select(candidate => candidate.Number.ToString()))
                => "it does not have every candidate, in number order.",
            DocumentKind.SummaryCsv when !table.Column("code").Zip(table.Column("entries")).Distinct().SequenceEqual(ResultsSummary.Of(results).Entries.Select(entry => (entry.Code, $"{entry.Entries}")))
                => "it does not count every entry of every qualification and unit, in order.",
            _ => null,
        };
    }

    /// <summary>Every cell is held to what it should say, and whether as text or as number.</summary>
    public static string? RefuseSpreadsheet(byte[] document, DocumentTable meant, CentreResults results)
    {
        var read = XlsxTable.Read(document);
        if (read.Rows.Count == 1) return "it has no rows.";
        if (read.Column(CentreColumn).FirstOrDefault(centre => centre != results.Centre.ToString()) is { } other) return $"it names centre {other}.";
        return read.IsSameAs(XlsxTable.Of(meant)) ? null : "it does not say what the centre's results say.";
    }
}
