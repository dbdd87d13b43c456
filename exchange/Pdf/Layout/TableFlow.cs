namespace ResultsGrid.Exchange.Pdf.Layout;

/// <summary>Sets a table row by row; its header row stands again on every further page.</summary>
internal sealed class TableFlow
{
    private const string ColumnScope = "<</O/Table/Scope/Column>>";
    private const string RowScope = "<</O/Table/Scope/Row>>";
    private const double CellPadding = 4;
    private const double RowPadding = 3;
    private const double SmallRowPadding = 2;

    /// <summary>So that a text of exactly the column's width is not broken by a rounding.</summary>
    private const double Tolerance = 0.01;

    private readonly PageFlow flow;
    private readonly IReadOnlyList<TableColumn> columns;
    private readonly TextStyle plain;
    private readonly TextStyle bold;
    private readonly double rowPadding;
    private readonly StructureElement table;
    private readonly List<string>[] headerLines;
    private readonly bool hasHeader;
    private readonly bool hasColumnRules;

    private TableFlow(PageFlow flow, IReadOnlyList<TableColumn> columns, bool isSmall, bool hasColumnRules = false)
    {
        this.flow = flow;
        this.columns = columns;
        this.hasColumnRules = hasColumnRules;
        plain = isSmall ? TextStyle.Small : TextStyle.Body;
        bold = isSmall ? TextStyle.SmallLabel : TextStyle.Label;
        rowPadding = isSmall ? SmallRowPadding : RowPadding;
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

    /// <summary>A part of a grid, small, with rules between its columns.</summary>
    /// <param name="rows">Each with one text a column, and the lines that it takes in the widest part of the grid.</param>
    public static void SetGrid(PageFlow flow, IReadOnlyList<TableColumn> columns, IEnumerable<(IReadOnlyList<string> Texts, int Lines)> rows)
    {
        var table = new TableFlow(flow, columns, isSmall: true, hasColumnRules: true);
        table.SetFirstHeader();
        foreach (var (texts, lines) in rows) table.SetRow(texts, lines);
    }

    /// <summary>The lines that a text takes in a column of a small table.</summary>
    public static int LinesOf(TableColumn column, string text) => TextLines.Break(text, column.IsBold ? TextStyle.SmallLabel : TextStyle.Small, InnerWidth(column)).Count;

    /// <summary>The width of a column of a small table in which a text takes one line.</summary>
    public static double WidthFor(string text, bool isBold) => (isBold ? TextStyle.SmallLabel : TextStyle.Small).WidthOf(text) + 2 * CellPadding + Tolerance;

    /// <summary>The height of a row of a small table.</summary>
    public static double HeightOf(int lines) => lines * TextStyle.Small.Leading + 2 * SmallRowPadding;

    private static double InnerWidth(TableColumn column) => column.Width - 2 * CellPadding;

    private TextStyle StyleOf(TableColumn column) => column.IsBold ? bold : plain;

    private double HeightOf(IReadOnlyList<List<string>> cells, int lines = 0) => Math.Max(lines, cells.Max(cell => cell.Count)) * plain.Leading + 2 * rowPadding;

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

    private void SetRow(IReadOnlyList<string> texts, int lines = 0)
    {
        IReadOnlyList<List<string>> cells =
            [.. columns.Zip(texts, (column, text) => TextLines.Break(text, StyleOf(column), InnerWidth(column)))];
        var linesOfPage = Math.Max(1, (int)((flow.FullRoom - HeaderHeight - 2 * rowPadding) / plain.Leading));
        while (cells.Max(cell => cell.Count) > linesOfPage)
        {
            SetPart([.. cells.Select(cell => cell.Take(linesOfPage).ToList())]);
            cells = [.. cells.Select(cell => cell.Skip(linesOfPage).ToList())];
        }

        SetPart(cells, lines);
    }

    private void SetPart(IReadOnlyList<List<string>> cells, int lines = 0)
    {
        var height = HeightOf(cells, lines);
        if (flow.Ensure(height)) RepeatHeader();
        var row = table.Add("TR");
        SetCells(cells, isHeader: false, column => column.IsRowHeader ? row.Add("TH", RowScope) : row.Add("TD"));
        flow.Skip(height);
        flow.Page.BeginArtifact();
        flow.Page.Fill(Ink.Rule, flow.Frame.Margin, flow.Y - 0.4, columns.Sum(column => column.Width), 0.4);
        if (hasColumnRules) RuleColumns(height);
        flow.Page.End();
    }

    private void RuleColumns(double height)
    {
        var right = flow.Frame.Margin;
        foreach (var column in columns)
        {
            right += column.Width;
            flow.Page.Fill(Ink.Rule, right - 0.4, flow.Y - height, 0.4, height);
        }
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
