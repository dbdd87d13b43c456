using System.Globalization;
using ResultsGrid.Exchange.Pdf;
using ResultsGrid.Exchange.Pdf.Layout;
using ResultsGrid.Exchange.Results;

namespace ResultsGrid.Exchange.Broadsheets;

/// <summary>The broadsheet to print, A4 landscape: grids of grades by number and by name, of totals and of unit results; then who the candidates are and what the codes mean.</summary>
/// <remarks>A column is as wide as its widest word; a text of several words is broken where it is wider than <see cref="UnbrokenWidth"/>. No text is cut or made smaller.</remarks>
public static class BroadsheetPdf
{
    /// <summary>Of the list that follows the grids.</summary>
    public const string CandidatesHeading = "Candidates";

    private const double Margin = 40;

    /// <summary>Up to here, in points, a column grows so that a text of several words stands on one line.</summary>
    private const double UnbrokenWidth = 52;

    private static readonly TableColumn[] Repeated = [new("No.", 36), new("Candidate", 140, IsRowHeader: true)];

    private static readonly TableColumn[] CandidateColumns = [new("No.", 36), new("Candidate", 360, IsRowHeader: true), new("UCI", 90), new("Date of birth", 80)];

    private static readonly TableColumn[] CodeColumns = [new("Code", 90, IsRowHeader: true), new("Title", 591), new("Out of", 80, IsRightAligned: true)];

    /// <returns>A tagged PDF.</returns>
    /// <exception cref="ArgumentException">There is no candidate.</exception>
    /// <exception cref="InvalidDataException">A result lacks its specification; the message names it.</exception>
    public static byte[] Render(CentreResults results)
    {
        var broadsheet = Broadsheet.Of(results);
        var document = new PdfDocument($"Results broadsheet, {results.SeriesTitle} ({results.Series}), centre {results.Centre}");
        var running = $"ResultsGrid, results broadsheet, {results.Series}, centre {results.Centre} {results.CentreName}";
        var flow = new PageFlow(document, new PageFrame(PageSize.A4Landscape, Margin, running, results.Notice), document.Structure);
        flow.Title("Results broadsheet");
        flow.Paragraph($"{results.SeriesTitle}, series {results.Series}. Centre {results.Centre} {results.CentreName}. Candidates: {broadsheet.Rows.Count}.");
        flow.Paragraph("Results are provisional until certificates are issued. #: some or all of the work is missing and counts as no marks.", after: 8);
        var grids = BroadsheetGrid.AllOf(broadsheet);
        foreach (var grid in grids) Set(document, flow, grid);
        SetCandidates(flow, broadsheet);
        SetCodes(flow, broadsheet, grids.SelectMany(grid => grid.Codes).ToHashSet());
        flow.Close();
        return document.Finish();
    }

    private static void Set(PdfDocument document, PageFlow flow, BroadsheetGrid grid)
    {
        var columns = grid.Codes.Select((code, index) => Column(code, grid.Rows.Select(row => Kept(row.Cells[index])))).ToArray();
        GridRow[] rows = [.. grid.Rows.Select(row => new GridRow([row.Candidate.Number.ToString(), row.Candidate.Name.ToString()], [.. row.Cells.Select(Kept)]))];
        var set = new GridFlow(flow, Repeated, columns, rows, (range, codes) => Heading(grid, range, codes));
        if (document.HasBookmarks && !set.FitsHere) flow.StartNewPage();
        document.AddBookmark(grid.Title, flow.Page);
        set.Set();
    }

    private static TableColumn Column(string code, IEnumerable<string> texts)
    {
        var width = TableFlow.WidthFor(code, isBold: true);
        foreach (var line in texts.SelectMany(text => text.Split('\n')).Distinct(StringComparer.Ordinal))
        {
            var widestWord = line.Split(' ').Max(word => TableFlow.WidthFor(word, isBold: true));
            width = Math.Max(width, Math.Max(widestWord, Math.Min(UnbrokenWidth, TableFlow.WidthFor(line, isBold: true))));
        }

        return new TableColumn(code, width, IsBold: true);
    }

    /// <summary>The mark of missing work and an option stay with their grade.</summary>
    private static string Kept(string text) => text.Replace(" #", $"{PrintedText.UnbreakableSpace}#", StringComparison.Ordinal).Replace(" (", $"{PrintedText.UnbreakableSpace}(", StringComparison.Ordinal);

    private static string Heading(BroadsheetGrid grid, Range rows, Range codes)
    {
        var (row, rowCount) = rows.GetOffsetAndLength(grid.Rows.Count);
        var (code, codeCount) = codes.GetOffsetAndLength(grid.Codes.Count);
        return $"{grid.Title}, rows {row + 1} to {row + rowCount} of {grid.Rows.Count}, {grid.Codes[code]} to {grid.Codes[code + codeCount - 1]}";
    }

    private static void SetCandidates(PageFlow flow, Broadsheet broadsheet)
    {
        flow.Heading(CandidatesHeading);
        TableFlow.Set(flow, CandidateColumns, broadsheet.Rows.Select(row => new[]
        {
            row.Candidate.Number.ToString(), row.Candidate.Name.ToString(), row.Candidate.Uci.ToString(), row.Candidate.DateOfBirth.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        }), isSmall: true);
    }

    private static string Figure(int? figure) => figure?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static void SetCodes(PageFlow flow, Broadsheet broadsheet, HashSet<string> shown)
    {
        SetCodes(flow, "Qualification codes", broadsheet.Results.Qualifications.Select(one => (one.Code.ToString(), one.Title, Figure(one.MaximumTotal))).Where(code => shown.Contains(code.Item1)));
        SetCodes(flow, "Unit codes", broadsheet.Units.Select(one => (one.Code.ToString(), one.Title, Figure(one.Scale?.MaximumUms))).Where(code => shown.Contains(code.Item1)));
    }

    private static void SetCodes(PageFlow flow, string heading, IEnumerable<(string Code, string Title, string Maximum)> codes)
    {
        string[][] rows = [.. codes.Select(code => new[] { code.Code, code.Title, code.Maximum })];
        if (rows.Length == 0) return;
        flow.Heading(heading);
        TableFlow.Set(flow, CodeColumns, rows, isSmall: true);
    }
}
