using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using ResultsGrid.Exchange.Tables;

namespace ResultsGrid.Exchange.Xlsx;

/// <summary>A spreadsheet read back: its cells with what a spreadsheet takes them for.</summary>
/// <param name="Rows">The header first, each with a cell for every column of the header.</param>
public sealed record XlsxTable(IReadOnlyList<IReadOnlyList<XlsxCell>> Rows)
{
    private const string InlineString = "inlineStr";

    /// <summary>What a table's spreadsheet should read back as.</summary>
    public static XlsxTable Of(DocumentTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new XlsxTable(
        [
            [.. table.Columns.Select(column => new XlsxCell(column.Name, IsNumber: false))],
            .. table.Rows.Select(row => row.Select((field, index) => new XlsxCell(Xml.XmlText.Legal(field), table.Columns[index].Kind != ColumnKind.Text && XlsxCells.IsNumber(field))).ToList()),
        ]);
    }

    /// <exception cref="InvalidDataException">It is no spreadsheet of one sheet, or a row is wider than the header.</exception>
    public static XlsxTable Read(byte[] document)
    {
        try
        {
            using var spreadsheet = SpreadsheetDocument.Open(new MemoryStream(document, writable: false), isEditable: false);
            if (spreadsheet.WorkbookPart?.WorksheetParts.ToList() is not [var sheet]) throw new InvalidDataException("A spreadsheet here has one sheet.");
            using var xml = XmlReader.Create(sheet.GetStream(FileMode.Open, FileAccess.Read), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return new XlsxTable(ReadRows(xml));
        }
        catch (Exception damaged) when (damaged is OpenXmlPackageException or FileFormatException or XmlException or FormatException or ArgumentException)
        {
            throw new InvalidDataException(damaged.Message, damaged);
        }
    }

    /// <summary>The texts of a column, without its header.</summary>
    /// <exception cref="InvalidDataException">There is no such column.</exception>
    public IEnumerable<string> Column(string name)
    {
        var column = Rows[0].Select(cell => cell.Text).ToList().IndexOf(name);
        return column < 0 ? throw new InvalidDataException($"There is no column {name}.") : Rows.Skip(1).Select(row => row[column].Text);
    }

    public bool IsSameAs(XlsxTable other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Rows.Count == other.Rows.Count && Rows.Zip(other.Rows).All(pair => pair.First.SequenceEqual(pair.Second));
    }

    private static List<IReadOnlyList<XlsxCell>> ReadRows(XmlReader xml)
    {
        var rows = new List<IReadOnlyList<XlsxCell>>();
        XlsxCell[] row = [];
        var (column, isNumber) = (0, false);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "row")
            {
                if (rows.Count > 0) row = [.. Enumerable.Repeat(XlsxCell.Blank, rows[0].Count)];
                else row = [];
                rows.Add(row);
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "c")
            {
                column = ColumnOf(xml.GetAttribute("r") ?? throw new InvalidDataException("A cell has no place."));
                isNumber = xml.GetAttribute("t") != InlineString;
                if (rows.Count == 1 && column == row.Length) rows[0] = row = [.. row, XlsxCell.Blank];
                if (column >= row.Length) throw new InvalidDataException($"Row {rows.Count} is wider than the header.");
            }
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace && row.Length > 0 && xml.Depth > 4)
            {
                row[column] = new XlsxCell(isNumber ? xml.Value : XlsxText.Unescaped(xml.Value), isNumber);
            }
        }

        return rows.Count > 0 ? rows : throw new InvalidDataException("The table is blank.");
    }

    /// <summary>0 for A1, 26 for AA7.</summary>
    private static int ColumnOf(string place)
    {
        var column = 0;
        foreach (var letter in place.TakeWhile(char.IsAsciiLetterUpper)) column = (column * 26) + letter - 'A' + 1;
        return column - 1;
    }
}

/// <summary>A cell of a spreadsheet; blank where its text is empty.</summary>
public readonly record struct XlsxCell(string Text, bool IsNumber)
{
    public static readonly XlsxCell Blank = new("", IsNumber: false);
}
