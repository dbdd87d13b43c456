using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using FsCheck;
using FsCheck.Fluent;
using ResultsGrid.Exchange.Broadsheets;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Exchange.Marks;
using ResultsGrid.Exchange.Results;
using ResultsGrid.Exchange.Summaries;
using ResultsGrid.Exchange.Tables;
using ResultsGrid.Exchange.Xlsx;
using static ResultsGrid.Tests.Formats.FormatsCentre;

namespace ResultsGrid.Tests.Formats;

/// <summary>The spreadsheet beside each CSV: identifiers and grades stay what they are, and marks can be counted with.</summary>
public sealed class XlsxDocumentTests
{
    private static readonly CentreResults Centre = With(
        Candidate(7, "=Quillwick", "Ada", Uln.Parse("0000000042"), [UnitResult(AccountingUnit), ComponentResult(SciencePaper, 41)], [Award(DoubleScience, "5-4", 401), Award(Accounting, "A*", 372)]),
        Candidate(11, "Nguyễn", "Thị Hồng", assessments: [AbsentUnit(AccountingUnit)], awards: [Award(Accounting, "U", 12, partialAbsence: true)]));

    [Fact]
    public void LibreOffice_reads_identifiers_and_grades_as_text_and_marks_as_numbers()
    {
        var rows = LibreOffice.Open(XlsxDocument.Write(BroadsheetTable.Of(Centre)));

        var first = Named(rows, 1);
        Assert.Equal(new OpenedCell("string", "0007", "0007"), first["candidate_number"]);
        Assert.Equal(new OpenedCell("string", "0000000042", "0000000042"), first["uln"]);
        Assert.Equal(new OpenedCell("string", "5-4", "5-4"), first["J250 grade"]);
        Assert.Equal(new OpenedCell("string", "2008-02-29", "2008-02-29"), first["date_of_birth"]);
        Assert.Equal(new OpenedCell("string", "=Quillwick", "=Quillwick"), first["family_name"]);
        Assert.Equal(new OpenedCell("string", "12345", "12345"), first["centre_number"]);
        Assert.Equal(new OpenedCell("float", "401", "401"), first["J250 total"]);
        Assert.Equal(new OpenedCell("float", "66", "66"), first["F011 ums"]);
        var second = Named(rows, 2);
        Assert.Equal(("Nguyễn", "Thị Hồng", "U #"), (second["family_name"].Value, second["forenames"].Value, second["H401 grade"].Value));
        Assert.Equal(new OpenedCell("float", "0", "0"), second["F011 ums"]);
        Assert.Null(second["J250 total"].Kind);
    }

    [Fact]
    public void LibreOffice_reads_every_cell_of_the_other_tables_as_it_is_meant()
    {
        foreach (var table in new[] { MarksTable.Of(Centre), SummaryTable.Of(Centre) })
        {
            var rows = LibreOffice.Open(XlsxDocument.Write(table));
            Assert.Equal(table.Columns.Select(column => column.Name), rows[0].Select(cell => cell.Value));
            for (var row = 0; row < table.Rows.Count; row++)
                for (var column = 0; column < table.Columns.Count; column++)
                {
                    var meant = table.Rows[row][column];
                    var opened = column < rows[row + 1].Count ? rows[row + 1][column] : new OpenedCell(null, "", "");
                    var kind = meant.Length == 0 ? null : table.Columns[column].Kind == ColumnKind.Text ? "string" : "float";
                    Assert.True(
                        opened.Kind == kind && (kind == "float" ? decimal.Parse(opened.Value) == decimal.Parse(meant) : opened.Value == meant),
                        $"{table.Name} row {row + 1}, {table.Columns[column].Name}: {meant} was opened as {opened}");
                }
        }
    }

    [Fact]
    public void Percentages_are_shown_with_one_decimal()
    {
        var rows = LibreOffice.Open(XlsxDocument.Write(SummaryTable.Of(Centre)));
        var last = Named(rows, 7);
        Assert.Equal(("U", new OpenedCell("float", "100", "100.0")), (last["grade"].Value, last["cumulative_percent"]));
    }

    [Fact]
    public void Any_text_reads_back_as_it_was()
        => Prop.ForAll(AnyCentre.Arbitrary, centre =>
        {
            var table = MarksTable.Of(centre);
            Assert.True(XlsxTable.Read(XlsxDocument.Write(table)).IsSameAs(XlsxTable.Of(table)), $"{string.Join('\n', table.Rows.Select(row => string.Join('|', row)))}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Theory]
    [InlineData("_x0041_")]
    [InlineData("a_x000D_b")]
    [InlineData("two\r\nlines")]
    [InlineData(" spaces ")]
    [InlineData("<&>\"'")]
    [InlineData("0007")]
    public void A_text_that_the_format_could_change_is_kept(string text)
    {
        var written = XlsxDocument.Write(new DocumentTable("Texts", [new("text")], [[text]]));
        Assert.Equal(text, Assert.Single(XlsxTable.Read(written).Column("text")));
        Assert.Equal(text.Replace("\r\n", "\n", StringComparison.Ordinal), LibreOffice.Open(written)[1][0].Value.Replace("\r", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_figures_in_one_cell_are_text()
    {
        var read = XlsxTable.Read(XlsxDocument.Write(new DocumentTable("Figures", [new("total", ColumnKind.Number)], [["93; 78"], ["93"], [""]])));
        Assert.Equal([new XlsxCell("93; 78", IsNumber: false), new XlsxCell("93", IsNumber: true), XlsxCell.Blank], read.Rows.Skip(1).Select(row => row[0]));
    }

    [Fact]
    public void It_is_valid_by_the_format_s_own_schema()
    {
        foreach (var table in new[] { BroadsheetTable.Of(Centre), SummaryTable.Of(Centre), MarksTable.Of(Centre) })
        {
            using var spreadsheet = SpreadsheetDocument.Open(new MemoryStream(XlsxDocument.Write(table)), isEditable: false);
            Assert.Empty(new OpenXmlValidator().Validate(spreadsheet).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        }
    }

    [Fact]
    public void The_same_table_gives_the_same_bytes_whenever_it_is_written()
    {
        var first = XlsxDocument.Write(MarksTable.Of(Centre));
        Assert.Equal(first, XlsxDocument.Write(MarksTable.Of(Centre)));
        using var zip = new ZipArchive(new MemoryStream(first));
        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
    }

    [Fact]
    public void The_header_stays_where_it_is_when_the_rows_scroll()
    {
        using var spreadsheet = SpreadsheetDocument.Open(new MemoryStream(XlsxDocument.Write(MarksTable.Of(Centre))), isEditable: false);
        var pane = Assert.Single(spreadsheet.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Pane>());
        Assert.Equal(("A2", 1d, PaneStateValues.Frozen), (pane.TopLeftCell!.Value, pane.VerticalSplit!.Value, pane.State!.Value));
    }

    [Fact]
    public void A_column_is_as_wide_as_what_stands_in_it_and_no_wider_than_a_screen()
    {
        var document = XlsxDocument.Write(new DocumentTable("Widths", [new("n"), new("code"), new("title")], [["", "A long code", new string('x', 200)]]));
        using var spreadsheet = SpreadsheetDocument.Open(new MemoryStream(document), isEditable: false);
        var widths = spreadsheet.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Column>().Select(column => column.Width!.Value);
        Assert.Equal([8, 13, 52], widths);
    }

    [Theory]
    [InlineData(0, "A1")]
    [InlineData(25, "Z1")]
    [InlineData(26, "AA1")]
    [InlineData(701, "ZZ1")]
    [InlineData(702, "AAA1")]
    public void A_column_is_named_as_spreadsheets_name_it(int index, string cell)
        => Assert.Equal(cell, CellsOf(new DocumentTable("Wide", [.. Enumerable.Range(0, 703).Select(column => new DocumentColumn($"c{column}"))], []))[index]);

    [Fact]
    public void A_table_larger_than_a_sheet_is_refused_and_not_cut()
    {
        string[] row = [""];
        Assert.Equal(
            "A sheet has at most 1048576 rows; Marks has 1048576 and a header.",
            Assert.Throws<InvalidDataException>(() => XlsxDocument.Write(new DocumentTable("Marks", [new("a")], new SameRow(row, XlsxDocument.MaxRows)))).Message);
        Assert.Contains("at most 16384 columns", Assert.Throws<InvalidDataException>(
            () => XlsxDocument.Write(new DocumentTable("Marks", [.. Enumerable.Repeat(new DocumentColumn("a"), XlsxDocument.MaxColumns + 1)], []))).Message, StringComparison.Ordinal);
        Assert.Contains("one of a has 32768", Assert.Throws<InvalidDataException>(
            () => XlsxDocument.Write(new DocumentTable("Marks", [new("a")], [[new string('x', 32_768)]]))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(1_000)]
    public void What_is_no_spreadsheet_is_refused(int length)
        => Assert.Throws<InvalidDataException>(() => XlsxTable.Read(XlsxDocument.Write(MarksTable.Of(Centre))[..length]));

    private static Dictionary<string, OpenedCell> Named(List<List<OpenedCell>> rows, int row)
        => rows[0].Select((header, index) => (header.Value, Cell: index < rows[row].Count ? rows[row][index] : new OpenedCell(null, "", ""))).ToDictionary(pair => pair.Value, pair => pair.Cell);

    private static List<string> CellsOf(DocumentTable table)
    {
        using var spreadsheet = SpreadsheetDocument.Open(new MemoryStream(XlsxDocument.Write(table)), isEditable: false);
        return [.. spreadsheet.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Cell>().Select(cell => cell.CellReference!.Value!)];
    }

    /// <summary>A million rows of one.</summary>
    private sealed class SameRow(string[] row, int count) : IReadOnlyList<string[]>
    {
        public int Count => count;

        public string[] this[int index] => row;

        public IEnumerator<string[]> GetEnumerator() => Enumerable.Repeat(row, count).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
