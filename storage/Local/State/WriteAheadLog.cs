using System.Buffers.Binary;
using System.Globalization;

namespace ResultsGrid.Storage.Local.State;

/// <summary>Looks into SQLite's write-ahead log (sqlite.org/walformat.html) before SQLite does, which passes over everything behind a damaged frame in silence.</summary>
internal static class WriteAheadLog
{
    private const int HeaderBytes = 32;
    private const int FrameHeaderBytes = 24;
    private const int MinPageBytes = 512;
    private const int MaxPageBytes = 65536;
    private const uint Magic = 0x377f0682;

    /// <summary>The log of a database file.</summary>
    public static string Of(string path) => path + "-wal";

    /// <summary>What is damaged, or null.</summary>
    /// <remarks>
    /// A torn end is none: the last transaction may lie there in part, and nobody was told that it was stored. But a flush
    /// stands between two transactions, so where two or more were committed behind a bad frame, the frame was once good.
    /// </remarks>
    public static string? DamageIn(string log)
    {
        if (!File.Exists(log)) return null;
        using var file = File.OpenRead(log);
        var header = new byte[HeaderBytes];
        if (file.Length < HeaderBytes) return null;
        file.ReadExactly(header);
        var magic = BinaryPrimitives.ReadUInt32BigEndian(header);
        var sum = new Checksum((magic & 1) == 1).Add(header.AsSpan(0, 24));
        var pageBytes = (int)BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(8));
        // Its first transaction was not flushed when the power went: nobody was told of it.
        if (IsBlank(file)) return null;
        if ((magic & ~1u) != Magic || !sum.Is(header.AsSpan(24)) || pageBytes is < MinPageBytes or > MaxPageBytes) return "its log does not begin like one";

        file.Position = HeaderBytes;
        var frame = new byte[FrameHeaderBytes + pageBytes];
        for (var number = 0; file.Position + frame.Length <= file.Length; number++)
        {
            file.ReadExactly(frame);
            var next = sum.Add(frame.AsSpan(0, 8)).Add(frame.AsSpan(FrameHeaderBytes));
            if (!next.Is(frame.AsSpan(16, 8)) || !frame.AsSpan(8, 8).SequenceEqual(header.AsSpan(16, 8))) return Behind(file, header, frame.Length, number);
            sum = next;
        }

        return null;
    }

    private static bool IsBlank(FileStream file)
    {
        var part = new byte[64 * 1024];
        file.Position = 0;
        for (var length = file.Read(part); length > 0; length = file.Read(part))
        {
            if (part.AsSpan(0, length).ContainsAnyExcept((byte)0)) return false;
        }

        return true;
    }

    private static string? Behind(FileStream file, byte[] header, int frame, int valid)
    {
        var commits = 0;
        var head = new byte[FrameHeaderBytes];
        for (var at = HeaderBytes + ((long)frame * valid); at + frame <= file.Length; at += frame)
        {
            file.Position = at;
            file.ReadExactly(head);
            // A frame of an earlier round of the log has other salts; one that ends a transaction has the file's size.
            if (head.AsSpan(8, 8).SequenceEqual(header.AsSpan(16, 8)) && BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(4)) != 0) commits++;
        }

        return commits < 2 ? null : string.Create(CultureInfo.InvariantCulture, $"frame {valid + 1} of its log is bad, and {commits} transactions were committed behind it");
    }

    private readonly record struct Checksum(bool BigEndian, uint First = 0, uint Second = 0)
    {
        public Checksum Add(ReadOnlySpan<byte> bytes)
        {
            var (first, second) = (First, Second);
            for (; bytes.Length >= 8; bytes = bytes[8..])
            {
                first += Read(bytes) + second;
                second += Read(bytes[4..]) + first;
            }

            return this with { First = first, Second = second };
        }

        public bool Is(ReadOnlySpan<byte> stored) => BinaryPrimitives.ReadUInt32BigEndian(stored) == First && BinaryPrimitives.ReadUInt32BigEndian(stored[4..]) == Second;

        private uint Read(ReadOnlySpan<byte> bytes) => BigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }
}
