using System.Text;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Exchange.SeriesFiles;
using ResultsGrid.Exchange.SeriesFiles.Tables;

namespace ResultsGrid.Exchange.Edi;

/// <summary>Reads a results file of our profile, and refuses one that is not exactly as the writer would have written it.</summary>
/// <remarks>Takes any bytes and never throws.</remarks>
public static class EdiReader
{
    /// <summary>A centre has at most 9,999 candidates, and 25 results each are more than any has.</summary>
    public const int MaxRecords = 250_000;

    /// <summary>The bytes of the most records.</summary>
    public const int MaxBytes = MaxRecords * EdiEncoding.LineLength;

    /// <param name="fileName">As received; given, it must fit what the file says of itself.</param>
    public static EdiReading Read(ReadOnlySpan<byte> bytes, string? fileName = null)
    {
        var found = new FaultList();
        var faults = found.For(fileName ?? "(results file)");
        var file = bytes.Length > MaxBytes ? TooLarge(bytes.Length, faults) : ReadRecords(bytes, faults);
        if (file is not null && fileName is not null) CheckName(fileName, file.Header, faults);
        if (file is not null && found.IsEmpty) return new EdiReading.Accepted(file);
        var refusal = found.ToRefusal();
        return new EdiReading.Refused(refusal.Faults, refusal.HasMore);
    }

    private static EdiFile? TooLarge(int length, FileFaults faults)
    {
        faults.Add(null, null, null, $"{length} bytes; a results file has at most {MaxBytes}");
        return null;
    }

    private static EdiFile? ReadRecords(ReadOnlySpan<byte> bytes, FileFaults faults)
    {
        EdiHeader? header = null;
        var results = new List<EdiResult>();
        var elements = new HashSet<(CandidateNumber, EdiElement, string, string)>();
        var ended = false;
        var line = 0;
        for (var rest = bytes; !rest.IsEmpty && faults.Count <= SeriesReading.MaxFaults; line++)
        {
            var number = line + 1;
            var record = NextRecord(ref rest, number, faults);
            if (record.IsEmpty) continue;
            if (ended) faults.Add(number, null, null, "a record after the trailer");

            var before = faults.Count;
            var reader = new RecordReader(record, number, faults);
            switch (Encoding.ASCII.GetString(record[..2]))
            {
                case HeaderRecord.Type:
                    var read = HeaderRecord.Read(reader);
                    if (line > 0) faults.Add(number, null, null, "the header comes first, once");
                    if (faults.Count == before) header = read;
                    break;
                case CandidateRecord.AwardType or CandidateRecord.UnitType:
                    var result = CandidateRecord.Read(reader, header?.Centre);
                    if (header?.Content == EdiContent.SeparateUnits && result.Element == EdiElement.Award) faults.Add(number, null, result.Code, "an award in a file of units");
                    if (!elements.Add((result.Candidate, result.Element, result.Code, result.Option))) faults.Add(number, null, result.Code, $"a second result of candidate {result.Candidate}");
                    results.Add(result);
                    break;
                case TrailerRecord.Type:
                    TrailerRecord.Check(reader, header, results);
                    ended = true;
                    break;
                case var type:
                    faults.Add(number, "record type (1-2)", type, "not one of the record types R1 R5 R6 R9");
                    break;
            }
        }

        if (header is null) faults.Add(1, null, null, "no header that can be read");
        if (!ended) faults.Add(Math.Max(line, 1), null, null, "no trailer: the file is not whole");
        return header is null ? null : new EdiFile(header, results);
    }

    /// <summary>Takes the next line off <paramref name="rest"/>; empty where the line is no record, which is then a fault.</summary>
    private static ReadOnlySpan<byte> NextRecord(ref ReadOnlySpan<byte> rest, int number, FileFaults faults)
    {
        var end = rest.IndexOf((byte)'\n');
        var line = end < 0 ? rest : rest[..(end + 1)];
        rest = rest[line.Length..];
        if (line.Length != EdiEncoding.LineLength || !line.EndsWith("\r\n"u8))
        {
            faults.Add(number, null, null, $"a line is {EdiLayout.RecordLength} characters, CR and LF");
            return default;
        }

        var record = line[..EdiLayout.RecordLength];
        var strange = record.IndexOfAnyExceptInRange((byte)' ', (byte)'~');
        if (strange < 0) return record;
        faults.Add(number, $"byte {strange + 1}", $"{record[strange]:X2}", "not a printable ASCII character");
        return default;
    }

    private static void CheckName(string fileName, EdiHeader header, FileFaults faults)
    {
        if (!EdiFileName.TryParse(fileName, out var name)) faults.Add(null, "file name", fileName, $"expected {EdiFileName.Expected}");
        else if (name != EdiFileName.Of(header)) faults.Add(null, "file name", fileName, $"the header says {EdiFileName.Of(header)}");
    }
}
