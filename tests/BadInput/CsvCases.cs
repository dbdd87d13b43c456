using System.Text.Json;
using ResultsGrid.Exchange.Broadsheets;
using ResultsGrid.Exchange.Csv;
using ResultsGrid.Exchange.Marks;
using ResultsGrid.Exchange.Tables;

namespace ResultsGrid.Tests.BadInput;

/// <summary>The CSV documents that are read back before they are published, spoilt.</summary>
internal static class CsvCases
{
    private static readonly byte[] Marks = MarksCsv.Render(FormatsSample.Centre);
    private static readonly byte[] Broadsheet = BroadsheetCsv.Render(FormatsSample.Centre);

    public static byte[] Make(Random chance) => new Spoiler(chance, ",\r\n\"").Spoil(chance.Next(2) == 0 ? Marks : Broadsheet, Marks);

    public static void Read(byte[] bytes)
    {
        if (TryRead(bytes) is not { } table) return;
        // Written, a field that is a formula gets its apostrophe; from then on nothing changes.
        var written = Rewritten(table);
        Assert.Equal(table.Rows.Count, written.Rows.Count);
        Assert.Equal(JsonSerializer.Serialize(written), JsonSerializer.Serialize(Rewritten(written)));
    }

    private static CsvTable Rewritten(CsvTable table) => CsvTable.Read(CsvDocument.Write(new DocumentTable("Any", [.. table.Header.Select(name => new DocumentColumn(name))], [.. table.Rows.Select(row => row.ToArray())])));

    private static CsvTable? TryRead(byte[] bytes)
    {
        try
        {
            return CsvTable.Read(bytes);
        }
        catch (InvalidDataException damaged)
        {
            Assert.NotEmpty(damaged.Message);
            return null;
        }
    }
}
