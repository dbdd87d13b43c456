namespace ResultsGrid.Exchange.SeriesFiles.Packages;

/// <summary>A file's real bytes: counted as they come, and refused where they can't be UTF-8.</summary>
internal sealed class PackageFileStream(Stream bytes, Action<int> count) : ForwardStream
{
    private bool started;

    public override int Read(Span<byte> buffer)
    {
        var read = ReadSource(buffer);
        count(read);
        // No UTF-8 text begins so, but the byte order marks of UTF-16 and UTF-32 do, which a CSV reader would obey.
        if (!started && read > 0 && buffer[0] is 0xFE or 0xFF or 0)
            throw new UnreadableFileException("is not UTF-8: it begins as UTF-16 or UTF-32 does, or with a NUL byte");
        started |= read > 0;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) bytes.Dispose();
        base.Dispose(disposing);
    }

    private int ReadSource(Span<byte> buffer)
    {
        try
        {
            return bytes.Read(buffer);
        }
        catch (InvalidDataException)
        {
            throw new UnreadableFileException("is damaged: its compressed bytes can't be unpacked");
        }
        catch (IOException broken)
        {
            throw new UnreadableFileException($"can't be read: {broken.Message}");
        }
    }
}
