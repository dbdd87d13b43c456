using System.Globalization;

namespace ResultsGrid.Exchange.Edi;

/// <summary>The last record: counts of what must have arrived, and a check total.</summary>
/// <remarks>Check total: the candidate numbers and the marks of all candidate records, added up.</remarks>
internal static class TrailerRecord
{
    public const string Type = "R9";

    private static readonly EdiField RecordType = EdiLayout.Field(EdiRecord.Trailer, "record type");
    private static readonly EdiField AwardingBody = EdiLayout.Field(EdiRecord.Trailer, "awarding body");
    private static readonly EdiField Centre = EdiLayout.Field(EdiRecord.Trailer, "centre number");
    private static readonly EdiField AwardRecords = EdiLayout.Field(EdiRecord.Trailer, "award records");
    private static readonly EdiField UnitRecords = EdiLayout.Field(EdiRecord.Trailer, "unit records");
    private static readonly EdiField AllRecords = EdiLayout.Field(EdiRecord.Trailer, "all records");
    private static readonly EdiField CheckTotal = EdiLayout.Field(EdiRecord.Trailer, "check total");
    private static readonly EdiField Filler = EdiLayout.Field(EdiRecord.Trailer, "filler");

    public static void Write(EdiFile file, Span<byte> record)
    {
        var totals = TotalsOf(file.Results);
        RecordType.Put(record, Type);
        AwardingBody.Put(record, file.Header.AwardingBody);
        Centre.Put(record, file.Header.Centre.ToString());
        AwardRecords.Put(record, totals.Awards);
        UnitRecords.Put(record, totals.Units);
        AllRecords.Put(record, totals.All);
        CheckTotal.Put(record, totals.Check);
    }

    /// <summary>Faults whatever the trailer says otherwise than the records before it.</summary>
    /// <param name="header">Null where the header could not be read.</param>
    public static void Check(RecordReader record, EdiHeader? header, IReadOnlyList<EdiResult> results)
    {
        record.Literal(Filler, "");
        if (header is not null)
        {
            record.Literal(AwardingBody, header.AwardingBody);
            record.Literal(Centre, header.Centre.ToString());
        }

        var totals = TotalsOf(results);
        Equal(record, AwardRecords, totals.Awards);
        Equal(record, UnitRecords, totals.Units);
        Equal(record, AllRecords, totals.All);
        Equal(record, CheckTotal, totals.Check);
    }

    private static void Equal(RecordReader record, EdiField field, long counted)
    {
        if (record.Number(field) != counted) record.Fault(field, $"the records before come to {counted}");
    }

    private static (int Awards, int Units, int All, long Check) TotalsOf(IReadOnlyList<EdiResult> results)
    {
        var (awards, check) = (0, 0L);
        foreach (var result in results)
        {
            if (result.Element == EdiElement.Award) awards++;
            // A candidate number that could not be read is a fault already, and counts 0 here.
            _ = int.TryParse(result.Candidate.ToString(), CultureInfo.InvariantCulture, out var candidateNumber);
            check += candidateNumber + (result.Mark ?? 0);
        }

        const int HeaderAndTrailer = 2;
        return (awards, results.Count - awards, results.Count + HeaderAndTrailer, check);
    }
}
