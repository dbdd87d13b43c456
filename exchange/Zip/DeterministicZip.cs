namespace ResultsGrid.Exchange.Zip;

/// <summary>Writes ZIPs whose bytes depend on nothing but the files' names, contents and order.</summary>
/// <remarks>
/// Deflated content also depends on the version of .NET's zlib; stored content on nothing else. Names are UTF-8, exact; a
/// name that is a path, or comes twice, is refused with <see cref="ArgumentException"/>.
/// </remarks>
public static class DeterministicZip
{
    /// <summary>The earliest time that a ZIP can hold: that of every file unless another is given.</summary>
    public static readonly DateTime FixedTime = new(1980, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    public static byte[] Write(IEnumerable<(string FileName, byte[] Content)> files)
        => Write(files.Select(file => new ZippedFile(file.FileName, file.Content)));

    /// <param name="modified">Wall-clock time shown for every file; <see cref="FixedTime"/> if not given.</param>
    public static byte[] Write(IEnumerable<ZippedFile> files, DateTime? modified = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        var zip = new ZipAssembly(modified ?? FixedTime);
        using var output = new MemoryStream();
        foreach (var file in files)
        {
            var (header, content) = zip.Add(file);
            output.Write(header);
            output.Write(content.Span);
        }

        foreach (var record in zip.Close()) output.Write(record);
        return output.ToArray();
    }

    /// <summary>Writes to an output that need not seek; one file at a time is in memory.</summary>
    /// <param name="modified">Wall-clock time shown for every file; <see cref="FixedTime"/> if not given.</param>
    public static async Task WriteAsync(Stream output, IAsyncEnumerable<ZippedFile> files, DateTime? modified = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(files);
        var zip = new ZipAssembly(modified ?? FixedTime);
        await foreach (var file in files.WithCancellation(cancellation).ConfigureAwait(false))
        {
            var (header, content) = zip.Add(file);
            await output.WriteAsync(header, cancellation).ConfigureAwait(false);
            await output.WriteAsync(content, cancellation).ConfigureAwait(false);
        }

        foreach (var record in zip.Close()) await output.WriteAsync(record, cancellation).ConfigureAwait(false);
    }
}
