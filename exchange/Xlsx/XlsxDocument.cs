using System.Text;
using DocumentFormat.OpenXml;
using ResultsGrid.Exchange.Tables;
using ResultsGrid.Exchange.Zip;

namespace ResultsGrid.Exchange.Xlsx;

/// <summary>Writes a table as an Office Open XML spreadsheet (ECMA-376): one sheet with typed cells, its header frozen.</summary>
/// <remarks>The parts are the library's; the ZIP around them is ours, so that the same table gives the same bytes.</remarks>
public static class XlsxDocument
{
    /// <summary>Rows of a sheet in the format.</summary>
    public const int MaxRows = 1_048_576;

    /// <summary>Columns of a sheet in the format.</summary>
    public const int MaxColumns = 16_384;

    /// <summary>Characters of a cell in the format.</summary>
    public const int MaxCellCharacters = 32_767;

    /// <exception cref="InvalidDataException">The table is larger than a sheet, or a cell longer than one may be.</exception>
    public static byte[] Write(DocumentTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Rows.Count >= MaxRows) throw new InvalidDataException($"A sheet has at most {MaxRows} rows; {table.Name} has {table.Rows.Count} and a header.");
        if (table.Columns.Count > MaxColumns) throw new InvalidDataException($"A sheet has at most {MaxColumns} columns; {table.Name} has {table.Columns.Count}.");
        return DeterministicZip.Write(
        [
            Part("[Content_Types].xml", Encoding.UTF8.GetBytes(XlsxPackage.ContentTypes)),
            Part("_rels/.rels", Encoding.UTF8.GetBytes(XlsxPackage.Relationships)),
            Part("xl/workbook.xml", Xml(XlsxPackage.Workbook(table.Name))),
            Part("xl/_rels/workbook.xml.rels", Encoding.UTF8.GetBytes(XlsxPackage.WorkbookRelationships)),
            Part("xl/styles.xml", Xml(XlsxStyles.Stylesheet())),
            Part("xl/worksheets/sheet1.xml", XlsxSheet.Write(table)),
        ]);
    }

    private static ZippedFile Part(string name, byte[] content) => new(name, content, ZipMethod.Deflated) { IsPart = true };

    private static byte[] Xml(OpenXmlElement root) => Encoding.UTF8.GetBytes(XlsxPackage.Declaration + root.OuterXml);
}
