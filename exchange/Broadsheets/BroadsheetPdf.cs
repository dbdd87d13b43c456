using System.Globalization;
using ResultsGrid.Exchange.Pdf;
using ResultsGrid.Exchange.Pdf.Layout;
using ResultsGrid.Exchange.Results;

namespace ResultsGrid.Exchange.Broadsheets;

/// <summary>The broadsheet to print: A4 landscape, a row a candidate, the codes explained at the end.</summary>
public static class BroadsheetPdf
{
    private const double Margin = 40;

    private static readonly TableColumn[] Columns =
    [
        new("No.", 36), new("Candidate", 150, IsRowHeader: true), new("UCI", 80), new("Date of birth", 62),
        new("Qualifications: grade, total", 190, IsBold: true), new("Units: grade, uniform mark", 243),
    ];

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
        TableFlow.Set(flow, Columns, broadsheet.Rows.Select(Cells), isSmall: true);
        SetCodes(flow, broadsheet);
        flow.Close();
        return document.Finish();
    }

    private static string[] Cells(BroadsheetRow row) =>
    [
        row.Candidate.Number.ToString(),
        row.Candidate.Name.ToString(),
        row.Candidate.Uci.ToString(),
        row.Candidate.DateOfBirth.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        string.Join("; ", row.Awards.Select(Printed)),
        string.Join("; ", row.Units.Select(Printed)),
    ];

    private static string Printed(BroadsheetAward award)
        => Together(award.Qualification.ToString(), award.Option, award.Grade, Figure(award.Total), award.Endorsement);

    private static string Printed(BroadsheetUnit unit) => Together(unit.Unit.ToString(), unit.Grade, Figure(unit.Ums));

    // A grade must not stand on another line than its code.
    private static string Together(params string[] parts)
        => string.Join(PrintedText.UnbreakableSpace, parts.Where(part => part.Length > 0)).Replace(' ', PrintedText.UnbreakableSpace);

    private static string Figure(int? figure) => figure?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static void SetCodes(PageFlow flow, Broadsheet broadsheet)
    {
        if (broadsheet.Results.Qualifications.Count > 0)
        {
            flow.Heading("Qualification codes");
            TableFlow.Set(flow, CodeColumns, broadsheet.Results.Qualifications.Select(qualification => new[]
            {
                qualification.Code.ToString(), qualification.Title, Figure(qualification.MaximumTotal),
            }), isSmall: true);
        }

        if (broadsheet.Units.Count == 0) return;
        flow.Heading("Unit codes");
        TableFlow.Set(flow, CodeColumns, broadsheet.Units.Select(unit => new[]
        {
            unit.Code.ToString(), unit.Title, Figure(unit.Scale?.MaximumUms),
        }), isSmall: true);
    }
}
