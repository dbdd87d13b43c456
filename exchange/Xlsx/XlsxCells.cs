using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using ResultsGrid.Exchange.Tables;

namespace ResultsGrid.Exchange.Xlsx;

/// <summary>Writes the rows of a sheet. Elements and attribute lists are used again for each cell: a centre has hundreds of thousands.</summary>
internal sealed class XlsxCells(OpenXmlPartWriter xml, IReadOnlyList<DocumentColumn> columns)
{
    private const string InlineString = "inlineStr";

    private static readonly Row RowElement = new();
    private static readonly Cell CellElement = new();
    private static readonly CellValue ValueElement = new();
    private static readonly InlineString TextElement = new();
    private static readonly Text PlainText = new();
    private static readonly OpenXmlAttribute[] None = [];
    private static readonly OpenXmlAttribute[] KeepsSpaces = [new("xml", "space", "http://www.w3.org/XML/1998/namespace", "preserve")];

    private readonly string[] columnNames = [.. columns.Select((_, index) => ColumnName(index))];
    private readonly string[] styles = [.. columns.Select(column => XlsxStyles.Of(column.Kind))];
    private readonly List<OpenXmlAttribute> attributes = [];
    private int row;

    public void WriteHeader()
    {
        Start();
        for (var index = 0; index < columns.Count; index++) WriteText(index, columns[index].Name, XlsxStyles.Header);
        xml.WriteEndElement();
    }

    public void WriteRow(string[] fields)
    {
        Start();
        for (var index = 0; index < fields.Length; index++)
        {
            if (fields[index].Length == 0) continue;
            if (columns[index].Kind != ColumnKind.Text && IsNumber(fields[index])) WriteNumber(index, fields[index]);
            else WriteText(index, fields[index], columns[index].Kind == ColumnKind.Text ? styles[index] : XlsxStyles.Of(ColumnKind.Text));
        }

        xml.WriteEndElement();
    }

    /// <summary>A for 0, Z for 25, AA for 26.</summary>
    public static string ColumnName(int index)
        => index < 26 ? ((char)('A' + index)).ToString() : ColumnName((index / 26) - 1) + (char)('A' + (index % 26));

    /// <summary>Two awards in one field ("300; 310") are none.</summary>
    public static bool IsNumber(string field) => decimal.TryParse(field, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    private void Start()
    {
        row++;
        attributes.Clear();
        attributes.Add(new OpenXmlAttribute("r", "", row.ToString(CultureInfo.InvariantCulture)));
        xml.WriteStartElement(RowElement, attributes);
    }

    private void StartCell(int column, string style)
    {
        attributes.Clear();
        attributes.Add(new OpenXmlAttribute("r", "", string.Create(CultureInfo.InvariantCulture, $"{columnNames[column]}{row}")));
        attributes.Add(new OpenXmlAttribute("s", "", style));
    }

    private void WriteNumber(int column, string number)
    {
        StartCell(column, styles[column]);
        xml.WriteStartElement(CellElement, attributes);
        xml.WriteStartElement(ValueElement, None);
        xml.WriteString(number);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteText(int column, string text, string style)
    {
        if (text.Length > XlsxDocument.MaxCellCharacters) throw new InvalidDataException($"A cell has at most {XlsxDocument.MaxCellCharacters} characters; one of {columns[column].Name} has {text.Length}.");
        StartCell(column, style);
        attributes.Add(new OpenXmlAttribute("t", "", InlineString));
        xml.WriteStartElement(CellElement, attributes);
        xml.WriteStartElement(TextElement, None);
        xml.WriteStartElement(PlainText, char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) ? KeepsSpaces : None);
        xml.WriteString(XlsxText.Escaped(text));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
