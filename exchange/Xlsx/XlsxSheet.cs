using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using ResultsGrid.Exchange.Tables;

namespace ResultsGrid.Exchange.Xlsx;

/// <summary>The sheet itself: header frozen, columns as wide as what stands in them, a cell for each field that is not blank.</summary>
internal static class XlsxSheet
{
    private const int NarrowestColumn = 6;
    private const int WidestColumn = 50;

    /// <summary>Room for the arrow of a filter and the grid, in characters.</summary>
    private const int ColumnPadding = 2;

    /// <summary>Where the rows belong into what the library writes.</summary>
    private const string NoRows = "<x:sheetData />";

    public static byte[] Write(DocumentTable table)
    {
        var frame = new Worksheet(FrozenHeader(), Widths(table), new SheetData(), NumbersAsText(table)).OuterXml;
        var place = frame.IndexOf(NoRows, StringComparison.Ordinal);
        using var sheet = new MemoryStream();
        sheet.Write(Encoding.UTF8.GetBytes(XlsxPackage.Declaration + frame[..place]));
        sheet.Write("<x:sheetData>"u8);
        var cells = new XlsxCells(sheet, table.Columns);
        cells.WriteHeader();
        foreach (var row in table.Rows) cells.WriteRow(row);
        sheet.Write("</x:sheetData>"u8);
        sheet.Write(Encoding.UTF8.GetBytes(frame[(place + NoRows.Length)..]));
        return sheet.ToArray();
    }

    private static SheetViews FrozenHeader() => new(new SheetView(
        new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
        new Selection { Pane = PaneValues.BottomLeft })
    {
        WorkbookViewId = 0,
    });

    private static Columns Widths(DocumentTable table) => new(table.Columns.Select((column, index) =>
    {
        var longest = table.Rows.Aggregate(column.Name.Length, (most, row) => Math.Max(most, row[index].Length));
        var place = (uint)index + 1;
        return new Column { Min = place, Max = place, Width = Math.Clamp(longest, NarrowestColumn, WidestColumn) + ColumnPadding, CustomWidth = true };
    }));

    /// <summary>Identifiers of digits are text on purpose: a spreadsheet is not to offer to change them into numbers.</summary>
    private static IgnoredErrors NumbersAsText(DocumentTable table) => new(new IgnoredError
    {
        SequenceOfReferences = new ListValue<StringValue>([$"A1:{XlsxCells.ColumnName(table.Columns.Count - 1)}{(table.Rows.Count + 1).ToString(CultureInfo.InvariantCulture)}"]),
        NumberStoredAsText = true,
    });
}
