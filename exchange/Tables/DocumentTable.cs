namespace ResultsGrid.Exchange.Tables;

/// <summary>A table that centres get as CSV for programs and as a spreadsheet for people: the same cells in both.</summary>
/// <param name="Name">Of the sheet, up to 31 characters.</param>
/// <param name="Rows">Each with a text for every column, blank where there is nothing; numbers as CSV writes them.</param>
public sealed record DocumentTable(string Name, IReadOnlyList<DocumentColumn> Columns, IReadOnlyList<string[]> Rows);
