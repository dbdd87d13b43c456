namespace ResultsGrid.Exchange.Pdf.Layout;

/// <summary>Sets a grid on as many pages as it takes: columns that a page has no room for follow on the next one, beside the same rows with their first columns repeated.</summary>
/// <remarks>Pages laid side by side are the whole row: a row has the same height on all of them.</remarks>
internal sealed class GridFlow
{
    private const double HeadingHeight = 32;

    /// <summary>So that rows which fill the page are not parted by a rounding.</summary>
    private const double Tolerance = 0.01;

    private readonly PageFlow flow;
    private readonly IReadOnlyList<TableColumn> repeated;
    private readonly IReadOnlyList<TableColumn> columns;
    private readonly IReadOnlyList<GridRow> rows;
    private readonly Func<Range, Range, string> heading;

    /// <param name="repeated">The columns that every part begins with.</param>
    /// <param name="heading">Names a part by its rows and its columns.</param>
    public GridFlow(PageFlow flow, IReadOnlyList<TableColumn> repeated, IReadOnlyList<TableColumn> columns, IReadOnlyList<GridRow> rows, Func<Range, Range, string> heading)
    {
        this.flow = flow;
        this.repeated = repeated;
        this.columns = columns;
        this.rows = rows;
        this.heading = heading;
    }

    /// <summary>Is there room for the whole grid on the page that is open?</summary>
    public bool FitsHere => ColumnParts().Count == 1 && LastThatFits(0, RoomForRows) == rows.Count;

    private double RoomForRows => flow.Room - HeadingHeight - TableFlow.HeightOf(1) - Tolerance;

    public void Set()
    {
        var parts = ColumnParts();
        for (var first = 0; first < rows.Count;)
        {
            if (RoomForRows < TableFlow.HeightOf(rows[first].Lines(repeated, columns))) flow.StartNewPage();
            var last = LastThatFits(first, RoomForRows);
            for (var part = 0; part < parts.Count; part++)
            {
                if (part > 0) flow.StartNewPage();
                SetPart(first..last, parts[part]);
            }

            first = last;
            if (first < rows.Count) flow.StartNewPage();
        }
    }

    private void SetPart(Range rowsOfPart, Range columnsOfPart)
    {
        var (first, count) = columnsOfPart.GetOffsetAndLength(columns.Count);
        flow.Heading(heading(rowsOfPart, columnsOfPart), keepWithNext: 0);
        TableFlow.SetGrid(
            flow,
            [.. repeated, .. columns.Skip(first).Take(count)],
            rows.Take(rowsOfPart).Select(row => ((IReadOnlyList<string>)[.. row.Repeated, .. row.Cells.Skip(first).Take(count)], row.Lines(repeated, columns))));
    }

    /// <summary>As many columns to a part as the page is wide.</summary>
    private List<Range> ColumnParts()
    {
        var room = flow.Frame.TextWidth - repeated.Sum(column => column.Width);
        List<Range> parts = [];
        for (var first = 0; first < columns.Count;)
        {
            var last = first + 1;
            for (var width = columns[first].Width; last < columns.Count && width + columns[last].Width <= room; last++) width += columns[last].Width;
            parts.Add(first..last);
            first = last;
        }

        return parts;
    }

    /// <summary>One row at least, however high it is.</summary>
    private int LastThatFits(int first, double room)
    {
        var last = first;
        for (var height = 0.0; last < rows.Count; last++)
        {
            height += TableFlow.HeightOf(rows[last].Lines(repeated, columns));
            if (height > room && last > first) break;
        }

        return last;
    }
}
