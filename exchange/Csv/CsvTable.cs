using CsvHelper;

namespace ResultsGrid.Exchange.Csv;

/// <summary>A CSV document read back.</summary>
public sealed record CsvTable(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <exception cref="InvalidDataException">The document is blank, or a row has not as many fields as the header.</exception>
    public static CsvTable Read(byte[] document)
    {
        var rows = new List<IReadOnlyList<string>>();
        try
        {
            using var csv = CsvReader.Create(document, CsvReaderOptions.Default with { HasHeader = false, Separator = ',' });
            while (csv.Read()) rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        }
        catch (CsvFormatException malformed)
        {
            throw new InvalidDataException(malformed.Message, malformed);
        }

        if (rows.Count == 0) throw new InvalidDataException("The table is blank.");
        var odd = rows.FindIndex(row => row.Count != rows[0].Count);
        if (odd > 0) throw new InvalidDataException($"Row {odd + 1} has {rows[odd].Count} fields, the header {rows[0].Count}.");
        return new(rows[0], rows[1..]);
    }

    /// <summary>Every row's field in a column.</summary>
    /// <exception cref="InvalidDataException">There is no such column.</exception>
    public IEnumerable<string> Column(string name)
    {
        var column = Header.ToList().IndexOf(name);
        return column < 0 ? throw new InvalidDataException($"There is no column {name}.") : Rows.Select(row => row[column]);
    }
}
