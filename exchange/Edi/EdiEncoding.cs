namespace ResultsGrid.Exchange.Edi;

/// <summary>A results file as bytes: one record a line, every line as long as the others.</summary>
internal static class EdiEncoding
{
    /// <summary>Bytes of a record and its line end (CR LF).</summary>
    public const int LineLength = EdiLayout.RecordLength + 2;

    /// <exception cref="InvalidDataException">Something in the file does not fit its field.</exception>
    public static byte[] Encode(EdiFile file)
    {
        var bytes = GC.AllocateUninitializedArray<byte>((file.Results.Count + 2) * LineLength);
        HeaderRecord.Write(file.Header, BlankLine(bytes, 0));
        for (var i = 0; i < file.Results.Count; i++) CandidateRecord.Write(file.Results[i], file.Header.Centre, BlankLine(bytes, i + 1));
        TrailerRecord.Write(file, BlankLine(bytes, file.Results.Count + 1));
        return bytes;
    }

    private static Span<byte> BlankLine(byte[] bytes, int index)
    {
        var line = bytes.AsSpan(index * LineLength, LineLength);
        line[..EdiLayout.RecordLength].Fill((byte)' ');
        line[EdiLayout.RecordLength] = (byte)'\r';
        line[EdiLayout.RecordLength + 1] = (byte)'\n';
        return line[..EdiLayout.RecordLength];
    }
}
