namespace ResultsGrid.Exchange.Tables;

/// <summary>A column of a table.</summary>
/// <param name="Kind">What its cells are to a spreadsheet. A cell of a column of numbers that holds something else is text.</param>
public sealed record DocumentColumn(string Name, ColumnKind Kind = ColumnKind.Text)
{
    public static DocumentColumn[] Texts(params ReadOnlySpan<string> names)
    {
        var columns = new DocumentColumn[names.Length];
        for (var index = 0; index < names.Length; index++) columns[index] = new DocumentColumn(names[index]);
        return columns;
    }
}

/// <summary>What a spreadsheet takes a cell for.</summary>
public enum ColumnKind
{
    /// <summary>Identifiers, names, grades, dates: never counted with, and never changed (0007, 5-4).</summary>
    Text,

    /// <summary>Marks and counts.</summary>
    Number,

    /// <summary>Percentages, shown with one decimal.</summary>
    Percent,
}
