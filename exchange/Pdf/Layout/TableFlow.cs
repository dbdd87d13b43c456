namespace ResultsGrid.Exchange.Pdf.Layout;

/// <summary>Sets a table row by row; its header row stands again on every further page.</summary>
internal sealed class TableFlow
{
    private const string ColumnScope = "<</O/Table/Scope/Column>>";
    private const string RowScope = "<</O/Table/Scope/Row>>";
    private const double CellPadding = 4;

    private readonly PageFlow flow;
    private readonly IReadOnlyList<TableColumn> columns;
    private readonly TextStyle plain;
    private readonly TextStyle bold;
    private readonly double rowPadding;
    private readonly StructureElement table;
    private readonly List<string>[] headerLines;
    private readonly bool hasHeader;

    private TableFlow(PageFlow flow, IReadOnlyList<TableColumn> columns, bool isSmall)
    {
        this.flow = flow;
        this.columns = columns;
        plain = isSmall ? TextStyle.Small : TextStyle.Body;
        bold = isSmall ? TextStyle.SmallLabel : TextStyle.Label;
        rowPadding = isSmall ? 2 : 3;
        table = flow.Section.Add("Table");
        hasHeader = columns.Any(column => column.Header.Length > 0);
        headerLines = [.. columns.Select(column => TextLines.Break(column.Header, bold, InnerWidth(column)))];
    }

    /// <param name="rows">Each with one text a column.</param>
    /// <param name="isSmall">For tables that are looked things up in rather than read.</param>
    public static void Set(PageFlow flow, IReadOnlyList<TableColumn> columns, IEnumerable<IReadOnlyList<string>> rows, bool isSmall = false)
    {
        var table = new TableFlow(flow, columns, isSmall);
        table.SetFirstHeader();
        foreach (var row in rows) table.SetRow(row);
        flow.Skip(4);
    }

    private static double InnerWidth(TableColumn column) => column.Width - 2 * CellPadding;

    private TextStyle StyleOf(TableColumn column) => column.IsBold ? bold : plain;

    private double HeightOf(IReadOnlyList<List<string>> cells) => cells.Max(lines => lines.Count) * plain.Leading + 2 * rowPadding;

    private double HeaderHeight => hasHeader ? HeightOf(headerLines) : 0;

    private void SetFirstHeader()
    {
        if (!hasHeader) return;
        flow.Ensure(HeaderHeight + 2 * plain.Leading);
        TintHeader();
        var row = table.Add("TR");
        SetCells(headerLines, isHeader: true, _ => row.Add("TH", ColumnScope));
        flow.Skip(HeaderHeight);
    }

    private void RepeatHeader()
    {
        if (!hasHeader) return;
        TintHeader();
        SetCells(headerLines, isHeader: true, elementOf: null);
        flow.Skip(HeaderHeight);
    }

    private void TintHeader()
    {
        flow.Page.BeginArtifact();
        flow.Page.Fill(Ink.Tint, flow.Frame.Margin, flow.Y, columns.Sum(column => column.Width), HeaderHeight);
        flow.Page.Fill(Ink.Accent, flow.Frame.Margin, flow.Y + HeaderHeight - 0.8, columns.Sum(column => column.Width), 0.8);
        flow.Page.End();
    }

    private void SetRow(IReadOnlyList<string> texts)
    {
        IReadOnlyList<List<string>> cells =
            [.. columns.Zip(texts, (column, text) => TextLines.Break(text, StyleOf(column), InnerWidth(column)))];
        var linesOfPage = Math.Max(1, (int)((flow.FullRoom - HeaderHeight - 2 * rowPadding) / plain.Leading));
        while (cells.Max(lines => lines.Count) > linesOfPage)
        {
            SetPart([.. cells.Select(lines => lines.Take(linesOfPage).ToList())]);
            cells = [.. cells.Select(lines => lines.Skip(linesOfPage).ToList())];
        }

        SetPart(cells);
    }

    private void SetPart(IReadOnlyList<List<string>> cells)
    {
        var height = HeightOf(cells);
        if (flow.Ensure(height)) RepeatHeader();
        var row = table.Add("TR");
        SetCells(cells, isHeader: false, column => column.IsRowHeader ? row.Add("TH", RowScope) : row.Add("TD"));
        flow.Skip(height);
        flow.Page.BeginArtifact();
        flow.Page.Fill(Ink.Rule, flow.Frame.Margin, flow.Y - 0.4, columns.Sum(column => column.Width), 0.4);
        flow.Page.End();
    }

    /// <param name="elementOf">Gives a cell's structure element; null where the cells repeat what was said before.</param>
    private void SetCells(IReadOnlyList<List<string>> cells, bool isHeader, Func<TableColumn, StructureElement>? elementOf)
    {
        var left = flow.Frame.Margin;
        for (var index = 0; index < columns.Count; index++)
        {
            var column = columns[index];
            var element = elementOf?.Invoke(column);
            if (cells[index].Count > 0)
            {
                if (element is null) flow.Page.BeginArtifact();
                else flow.Page.Begin(element);
                SetLines(cells[index], column, left, isHeader ? bold : StyleOf(column));
                flow.Page.End();
            }

            left += column.Width;
        }
    }

    private void SetLines(List<string> lines, TableColumn column, double left, TextStyle style)
    {
        for (var index = 0; index < lines.Count; index++)
        {
            var x = column.IsRightAligned
                ? left + column.Width - CellPadding - style.WidthOf(lines[index].AsSpan().TrimEnd())
                : left + CellPadding;
            flow.Draw(style, x, flow.Y + rowPadding + index * plain.Leading, lines[index]);
        }
    }
}
