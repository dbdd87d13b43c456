using System.Globalization;
using System.Text;
using ResultsGrid.Exchange.Tables;

namespace ResultsGrid.Exchange.Xlsx;

/// <summary>Writes the rows of a sheet, with a cell for each field that is not blank.</summary>
/// <remarks>Bytes and not the library's elements: a centre has hundreds of thousands of cells, and those cost five times as much.</remarks>
internal sealed class XlsxCells(MemoryStream sheet, IReadOnlyList<DocumentColumn> columns)
{
    /// <summary>Nearly every field is shorter; a longer one gets an array of its own.</summary>
    private const int MaxStackBytes = 512;

    private static readonly byte[] HeaderStyle = Encoding.ASCII.GetBytes(XlsxStyles.Header);
    private static readonly byte[] TextStyle = Encoding.ASCII.GetBytes(XlsxStyles.Of(ColumnKind.Text));

    /// <summary>A cell's start up to the number of its row.</summary>
    private readonly byte[][] starts = [.. columns.Select((_, index) => Encoding.ASCII.GetBytes($"<x:c r=\"{ColumnName(index)}"))];
    private readonly byte[][] styles = [.. columns.Select(column => Encoding.ASCII.GetBytes(XlsxStyles.Of(column.Kind)))];
    private byte[] rowNumber = [];
    private int rows;

    public void WriteHeader()
    {
        StartRow();
        for (var index = 0; index < columns.Count; index++) WriteText(index, columns[index].Name, HeaderStyle);
        EndRow();
    }

    public void WriteRow(string[] fields)
    {
        StartRow();
        for (var index = 0; index < fields.Length; index++)
        {
            if (fields[index].Length == 0) continue;
            if (columns[index].Kind != ColumnKind.Text && IsNumber(fields[index])) WriteNumber(index, fields[index]);
            else WriteText(index, fields[index], TextStyle);
        }

        EndRow();
    }

    /// <summary>A for 0, Z for 25, AA for 26.</summary>
    public static string ColumnName(int index)
        => index < 26 ? ((char)('A' + index)).ToString() : ColumnName((index / 26) - 1) + (char)('A' + (index % 26));

    /// <summary>Two awards in one field ("300; 310") are none.</summary>
    public static bool IsNumber(string field) => decimal.TryParse(field, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    private void StartRow()
    {
        rows++;
        rowNumber = Encoding.ASCII.GetBytes(rows.ToString(CultureInfo.InvariantCulture));
        sheet.Write("<x:row r=\""u8);
        sheet.Write(rowNumber);
        sheet.Write("\">"u8);
    }

    private void EndRow() => sheet.Write("</x:row>"u8);

    private void StartCell(int column, byte[] style)
    {
        sheet.Write(starts[column]);
        sheet.Write(rowNumber);
        sheet.Write("\" s=\""u8);
        sheet.Write(style);
    }

    private void WriteNumber(int column, string number)
    {
        StartCell(column, styles[column]);
        sheet.Write("\"><x:v>"u8);
        WriteEncoded(number);
        sheet.Write("</x:v></x:c>"u8);
    }

    private void WriteText(int column, string text, byte[] style)
    {
        if (text.Length > XlsxDocument.MaxCellCharacters) throw new InvalidDataException($"A cell has at most {XlsxDocument.MaxCellCharacters} characters; one of {columns[column].Name} has {text.Length}.");
        StartCell(column, style);
        sheet.Write("\" t=\"inlineStr\"><x:is><x:t"u8);
        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])) sheet.Write(" xml:space=\"preserve\""u8);
        sheet.Write(">"u8);
        WriteEncoded(XlsxText.Escaped(text));
        sheet.Write("</x:t></x:is></x:c>"u8);
    }

    private void WriteEncoded(string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> bytes = most <= MaxStackBytes ? stackalloc byte[MaxStackBytes] : new byte[most];
        sheet.Write(bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }
}
