using System.Globalization;
using System.Text;
using ResultsGrid.Exchange.Edi;
using ResultsGrid.Tests.Architecture;

namespace ResultsGrid.Tests.Formats;

public sealed class EdiLayoutTests
{
    public static TheoryData<EdiRecord, string> EveryReading => new()
    {
        { EdiRecord.Header, "" }, { EdiRecord.Trailer, "" },
        { EdiRecord.Candidate, "G" }, { EdiRecord.Candidate, "E" }, { EdiRecord.Candidate, "X" }, { EdiRecord.Candidate, "Q" }, { EdiRecord.Candidate, "A" },
    };

    [Theory]
    [MemberData(nameof(EveryReading))]
    public void Fields_cover_each_byte_of_the_record_once(EdiRecord record, string flag)
    {
        var bytes = EdiLayout.Fields
            .Where(field => field.Record == record && (field.Flags.Length == 0 || field.Flags.Contains(flag, StringComparison.Ordinal)))
            .SelectMany(field => Enumerable.Range(field.Start, field.Length));
        Assert.Equal(Enumerable.Range(1, EdiLayout.RecordLength), bytes.Order());
    }

    [Fact]
    public void Byte_37_of_the_candidate_record_is_the_flag_for_the_15_bytes_after_it()
    {
        var flag = Assert.Single(EdiLayout.Fields, field => field.Record == EdiRecord.Candidate && field.Name == "flag");
        Assert.Equal((37, 1), (flag.Start, flag.Length));
        var flagged = EdiLayout.Fields.Where(field => field.Flags.Length > 0).ToList();
        Assert.Equal((38, 52), (flagged.Min(field => field.Start), flagged.Max(field => field.End)));
    }

    [Fact]
    public void No_grade_field_is_longer_than_two_characters()
        => Assert.All(
            EdiLayout.Fields.Where(field => field.Name is "first grade" or "second grade" or "result code" or "endorsement"),
            field => Assert.Equal(2, field.Length));

    [Fact]
    public void The_endorsement_takes_the_space_of_the_mark()
    {
        var mark = Assert.Single(EdiLayout.Fields, field => field.Name == "mark");
        var endorsement = Assert.Single(EdiLayout.Fields, field => field.Name == "endorsement");
        Assert.Equal(mark.Start, endorsement.Start);
        Assert.Empty(mark.Flags.Intersect(endorsement.Flags));
    }

    [Fact]
    public void The_document_shows_the_table_that_the_code_uses()
    {
        var document = File.ReadAllText(Path.Combine(SourceTree.Root, "docs/edi-profile.md")).ReplaceLineEndings("\n");
        var table = Table();
        Assert.True(document.Contains(table, StringComparison.Ordinal), $"docs/edi-profile.md should hold:\n{table}");
    }

    private static string Table()
    {
        var table = new StringBuilder("| Record | Flags | Field | Bytes | Length | Justified | Pad | Provenance |\n|---|---|---|---|---|---|---|---|\n");
        foreach (var field in EdiLayout.Fields)
        {
            var pad = field.Pad == ' ' ? "space" : field.Pad.ToString();
            var flags = field.Flags.Length == 0 ? "" : string.Join(' ', field.Flags.AsEnumerable());
            table.Append(CultureInfo.InvariantCulture, $"| {field.Record} | {flags} | {field.Name} | {field.Start}-{field.End} | {field.Length} | {field.Justification} | {pad} | {field.Provenance} |\n");
        }

        return table.ToString();
    }
}
