using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;

namespace ResultsGrid.Exchange.Edi;

/// <summary>The first record, written and read.</summary>
internal static class HeaderRecord
{
    public const string Type = "R1";

    private const string MainContent = "M";
    private const string SeparateUnitsContent = "U";

    private static readonly EdiField RecordType = EdiLayout.Field(EdiRecord.Header, "record type");
    private static readonly EdiField AwardingBody = EdiLayout.Field(EdiRecord.Header, "awarding body");
    private static readonly EdiField Centre = EdiLayout.Field(EdiRecord.Header, "centre number");
    private static readonly EdiField Series = EdiLayout.Field(EdiRecord.Header, "series code");
    private static readonly EdiField FormatVersion = EdiLayout.Field(EdiRecord.Header, "format version");
    private static readonly EdiField BasedataVersion = EdiLayout.Field(EdiRecord.Header, "basedata version");
    private static readonly EdiField Content = EdiLayout.Field(EdiRecord.Header, "content");
    private static readonly EdiField Sequence = EdiLayout.Field(EdiRecord.Header, "sequence number");
    private static readonly EdiField Notice = EdiLayout.Field(EdiRecord.Header, "notice");
    private static readonly EdiField Filler = EdiLayout.Field(EdiRecord.Header, "filler");

    public static int NoticeLength => Notice.Length;

    public static void Write(EdiHeader header, Span<byte> record)
    {
        RecordType.Put(record, Type);
        AwardingBody.Put(record, header.AwardingBody);
        Centre.Put(record, header.Centre.ToString());
        Series.Put(record, header.Series.ToString());
        FormatVersion.Put(record, EdiLayout.FormatVersion);
        BasedataVersion.Put(record, header.BasedataVersion);
        Content.Put(record, header.Content == EdiContent.Main ? MainContent : SeparateUnitsContent);
        Sequence.Put(record, header.Sequence);
        Notice.Put(record, header.Notice);
    }

    public static EdiHeader Read(RecordReader record)
    {
        record.Literal(FormatVersion, EdiLayout.FormatVersion);
        record.Literal(Filler, "");
        return new EdiHeader(
            AwardingBodyOf(record),
            record.NeededValue<CentreNumber>(Centre, CentreNumber.Expected),
            record.NeededValue<SeriesCode>(Series, SeriesCode.Expected),
            record.Text(BasedataVersion),
            ContentOf(record),
            SequenceOf(record),
            record.Text(Notice));
    }

    private static string AwardingBodyOf(RecordReader record)
    {
        var text = record.Text(AwardingBody);
        if (text.Length != AwardingBody.Length || !text.All(char.IsAsciiDigit)) record.Fault(AwardingBody, "an awarding body is two digits");
        return text;
    }

    private static EdiContent ContentOf(RecordReader record)
    {
        var text = record.Text(Content);
        if (text is not (MainContent or SeparateUnitsContent)) record.Fault(Content, "M for the main results file, U for the units of qualifications that have two");
        return text == SeparateUnitsContent ? EdiContent.SeparateUnits : EdiContent.Main;
    }

    private static int SequenceOf(RecordReader record)
    {
        var sequence = record.NeededNumber(Sequence);
        if (sequence == 0) record.Fault(Sequence, "sequence numbers begin at 1");
        return (int)sequence;
    }
}
