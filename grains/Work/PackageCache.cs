using System.Security.Cryptography;
using ResultsGrid.Exchange.SeriesFiles;
using ResultsGrid.Grains.Documents;

namespace ResultsGrid.Grains.Work;

/// <summary>The package that is being loaded, read once for all workers of a process. One at a time is held: a national one takes a gigabyte.</summary>
public sealed class PackageCache(IDocumentStore documents) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private volatile HeldPackage? held;

    /// <summary>What the package holds; the same object for every caller until another package is asked for.</summary>
    public async Task<SeriesReading> Read(ContentHash package, CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            if (held is { } kept && kept.Package == package) return kept.Reading;
            held = null;
            await using var content = await documents.Open(package, cancellation)
                ?? throw new InvalidOperationException($"Package {package} is not in the document store. Load the series again.");
            // A stream from the store is not checked as a whole document is.
            var found = ContentHash.OfDigest(await SHA256.HashDataAsync(content, cancellation));
            if (found != package) throw new DamagedDocumentException(package, found);
            content.Position = 0;
            var reading = SeriesFilesReader.ReadZip(content, cancellation);
            held = new HeldPackage(package, reading);
            return reading;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Lets the memory go once a load has ended; another package, whose load runs, stays.</summary>
    public void Forget(ContentHash package)
    {
        if (held is { } kept && kept.Package == package) Interlocked.CompareExchange(ref held, null, kept);
    }

    public void Dispose() => gate.Dispose();

    private sealed record HeldPackage(ContentHash Package, SeriesReading Reading);
}
