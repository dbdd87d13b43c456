namespace ResultsGrid.Exchange.Pdf.Layout;

/// <summary>A row of a grid: the texts that every part of it begins with, and one text for each column.</summary>
internal sealed class GridRow(IReadOnlyList<string> repeated, IReadOnlyList<string> cells)
{
    private int lines;

    public IReadOnlyList<string> Repeated => repeated;

    public IReadOnlyList<string> Cells => cells;

    /// <summary>The lines of its highest text.</summary>
    public int Lines(IReadOnlyList<TableColumn> repeatedColumns, IReadOnlyList<TableColumn> columns)
        => lines > 0 ? lines : lines = repeatedColumns.Zip(repeated).Concat(columns.Zip(cells)).Max(pair => TableFlow.LinesOf(pair.First, pair.Second));
}
