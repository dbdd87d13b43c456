using System.Text;
using ResultsGrid.Exchange.Broadsheets;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Exchange.Marks;
using ResultsGrid.Exchange.Results;
using ResultsGrid.Exchange.Summaries;
using ResultsGrid.Exchange.Tables;
using ResultsGrid.Exchange.Xlsx;
using ResultsGrid.Grains.Publication;
using ResultsGrid.Grains.Results;

namespace ResultsGrid.Tests.Documents;

/// <summary>The last look before a document is published: whatever way a fault of ours spoilt it.</summary>
public sealed class DocumentCheckTests
{
    private static readonly CentreResults Centre = SampleCentre.Build();
    private static readonly CentreResults Neighbour = Centre with { Centre = CentreNumber.Parse("54321") };

    public static TheoryData<DocumentKind> Kinds => [.. CentreDocuments.Render(Centre, 1).Select(document => document.Kind)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_sound_document_passes_and_no_other_does(DocumentKind kind)
    {
        var sound = Rendered(Centre, kind);
        Assert.Null(DocumentCheck.Refuse(kind, sound, Centre));
        Assert.Equal("it is blank.", DocumentCheck.Refuse(kind, [], Centre));
        Assert.NotNull(DocumentCheck.Refuse(kind, Rendered(Neighbour, kind), Centre));
        Assert.NotNull(DocumentCheck.Refuse(kind, Rendered(Centre with { Candidates = [.. Centre.Candidates.Skip(1)] }, kind), Centre));
        if (kind is not (DocumentKind.BroadsheetCsv or DocumentKind.SummaryCsv or DocumentKind.MarksCsv))
            Assert.NotNull(DocumentCheck.Refuse(kind, sound[..(sound.Length / 2)], Centre));
    }

    [Theory]
    [InlineData(DocumentKind.BroadsheetCsv)]
    [InlineData(DocumentKind.SummaryCsv)]
    [InlineData(DocumentKind.MarksCsv)]
    public void A_table_without_rows_is_refused(DocumentKind kind)
    {
        var text = Encoding.UTF8.GetString(Rendered(Centre, kind));
        Assert.Equal("it has no rows.", DocumentCheck.Refuse(kind, Encoding.UTF8.GetBytes(text[..(text.IndexOf('\n', StringComparison.Ordinal) + 1)]), Centre));
    }

    [Theory]
    [InlineData(DocumentKind.BroadsheetXlsx)]
    [InlineData(DocumentKind.SummaryXlsx)]
    [InlineData(DocumentKind.MarksXlsx)]
    public void A_spreadsheet_is_held_to_every_cell_and_its_type(DocumentKind kind)
    {
        var table = TableOf(kind);
        Assert.Equal("it names centre 54321.", DocumentCheck.Refuse(kind, Rendered(Neighbour, kind), Centre));
        Assert.Equal("it has no rows.", DocumentCheck.Refuse(kind, XlsxDocument.Write(table with { Rows = [] }), Centre));
        Assert.Equal(
            "it does not say what the centre's results say.",
            DocumentCheck.Refuse(kind, XlsxDocument.Write(table with { Columns = [.. table.Columns.Select(column => column with { Kind = ColumnKind.Text })] }), Centre));
        for (var column = 0; column < table.Columns.Count; column++)
        {
            string[] changed = [.. table.Rows[^1]];
            changed[column] += "1";
            var spoilt = XlsxDocument.Write(table with { Rows = [.. table.Rows.Take(table.Rows.Count - 1), changed] });
            Assert.True(DocumentCheck.Refuse(kind, spoilt, Centre) is not null, $"{table.Columns[column].Name} said {changed[column]} and nobody noticed");
        }
    }

    [Fact]
    public void A_neighbours_results_file_is_refused_by_its_centre()
        => Assert.Equal("it names centre 54321.", DocumentCheck.Refuse(DocumentKind.ResultsFile, Rendered(Neighbour, DocumentKind.ResultsFile), Centre));

    [Fact]
    public void A_broadsheet_with_another_grade_is_refused_by_grid_and_candidate()
    {
        var candidates = Centre.Candidates.ToList();
        candidates[0] = candidates[0] with { Awards = [.. candidates[0].Awards.Select(award => award with { PartialAbsence = true })] };
        Assert.Equal(
            "'Grades by candidate number' does not say what candidate 0001 got.",
            DocumentCheck.Refuse(DocumentKind.BroadsheetPdf, Rendered(Centre with { Candidates = candidates }, DocumentKind.BroadsheetPdf), Centre));
    }

    private static DocumentTable TableOf(DocumentKind kind) => kind switch
    {
        DocumentKind.BroadsheetXlsx => BroadsheetTable.Of(Centre),
        DocumentKind.SummaryXlsx => SummaryTable.Of(Centre),
        _ => MarksTable.Of(Centre),
    };

    private static byte[] Rendered(CentreResults centre, DocumentKind kind) => CentreDocuments.Render(centre, 1).First(document => document.Kind == kind).Bytes;
}
