using System.Buffers.Binary;
using System.Text;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;

namespace ResultsGrid.Grains.Downloads;

/// <summary>A download as the bytes of a log: moment (8, UTC ticks), version (4), then by, series, centre and each document as length and UTF-8.</summary>
public static class DownloadEntry
{
    /// <summary>Far more than every document of a centre under the longest names.</summary>
    public const int MaxBytes = 8 * 1024;

    private const int MaxTextBytes = byte.MaxValue;
    private const int MaxDocuments = byte.MaxValue;
    private const int FixedBytes = sizeof(long) + sizeof(int);

    /// <returns>The number of bytes written.</returns>
    /// <exception cref="ArgumentException">The entry does not fit into the format, or not into <paramref name="target"/>.</exception>
    public static int Write(Span<byte> target, in Download download)
    {
        BinaryPrimitives.WriteInt64LittleEndian(target, download.At.UtcTicks);
        BinaryPrimitives.WriteInt32LittleEndian(target[sizeof(long)..], download.Version);
        var written = FixedBytes;
        WriteText(target, ref written, download.By);
        WriteText(target, ref written, download.Series.ToString());
        WriteText(target, ref written, download.Centre.ToString());
        var documents = download.Documents;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(documents.Count, MaxDocuments, nameof(download));
        target[written++] = (byte)documents.Count;
        for (var number = 0; number < documents.Count; number++) WriteText(target, ref written, documents[number]);
        return written;
    }

    /// <summary>Reads an entry and moves <paramref name="source"/> behind it.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static Download Read(ref ReadOnlySpan<byte> source)
    {
        try
        {
            var at = new DateTimeOffset(BinaryPrimitives.ReadInt64LittleEndian(source), TimeSpan.Zero);
            var version = BinaryPrimitives.ReadInt32LittleEndian(source[sizeof(long)..]);
            source = source[FixedBytes..];
            var by = ReadText(ref source);
            var series = SeriesCode.Parse(ReadText(ref source));
            var centre = CentreNumber.Parse(ReadText(ref source));
            var documents = new string[source[0]];
            source = source[1..];
            for (var number = 0; number < documents.Length; number++) documents[number] = ReadText(ref source);
            return new Download(at, by, series, centre, version, documents);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or IndexOutOfRangeException)
        {
            throw new InvalidDataException($"An entry of the download ledger can't be read: {fault.Message}", fault);
        }
    }

    private static void WriteText(Span<byte> target, ref int written, string text)
    {
        if (!Encoding.UTF8.TryGetBytes(text, target[(written + 1)..], out var bytes) || bytes > MaxTextBytes)
            throw new ArgumentException($"'{text}' does not fit into an entry of the download ledger.");
        target[written] = (byte)bytes;
        written += 1 + bytes;
    }

    private static string ReadText(ref ReadOnlySpan<byte> source)
    {
        var text = Encoding.UTF8.GetString(source.Slice(1, source[0]));
        source = source[(1 + source[0])..];
        return text;
    }
}
