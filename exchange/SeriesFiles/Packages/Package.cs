namespace ResultsGrid.Exchange.SeriesFiles.Packages;

/// <summary>The files of a package, by name, each opened as often as needed but one at a time.</summary>
internal sealed class Package(IReadOnlyDictionary<string, Func<Stream>> files)
{
    private long unpackedBytes;

    public IEnumerable<string> Names => files.Keys;

    /// <returns>Null where the package has no such file.</returns>
    /// <exception cref="UnreadableFileException">The file can't be read, or is too large; also thrown by reading the stream.</exception>
    public Stream? Open(string name) => files.TryGetValue(name, out var open) ? new PackageFileStream(open(), CountUnpacked) : null;

    private void CountUnpacked(int bytes)
    {
        unpackedBytes += bytes;
        if (unpackedBytes > PackageLimits.MaxUnpackedBytes)
            throw new UnreadableFileException($"goes past the {PackageLimits.MaxUnpackedBytes} bytes that a package may have unpacked");
    }
}
