using Microsoft.Extensions.Caching.Memory;
using ResultsGrid.Grains.Documents;

namespace ResultsGrid.Gateway.Api.Documents;

/// <summary>Documents whose bytes have been checked against their hash, the lately used ones kept in memory.</summary>
public sealed class CheckedDocuments(IDocumentStore store, ContentArchive archive) : IDisposable
{
    private const long MaxCachedBytes = 256 * 1024 * 1024;

    /// <summary>A larger one would push too many others out; it is read and checked each time.</summary>
    private const int MaxCachedDocumentBytes = 16 * 1024 * 1024;

    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = MaxCachedBytes });

    /// <summary>A form of a document as the store has it.</summary>
    /// <exception cref="DamagedDocumentException">The store lost the document, or holds other bytes under its name.</exception>
    public Task<byte[]> Read(ContentHash hash, CancellationToken cancellation) => Read(hash, () => store.Read(hash, cancellation));

    /// <summary>A document's plain bytes.</summary>
    /// <exception cref="DamagedDocumentException">The store lost the document, or holds other bytes under its name.</exception>
    public Task<byte[]> Read(StoredContent content, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Read(content.Sha256, () => archive.Read(content, cancellation));
    }

    public void Dispose() => cache.Dispose();

    private async Task<byte[]> Read(ContentHash hash, Func<Task<byte[]?>> read)
    {
        if (cache.TryGetValue(hash, out byte[]? kept)) return kept!;
        var content = await read()
            ?? throw new DamagedDocumentException($"Document {hash} is published but not in the store. Publish its centre again to rebuild it from state.");
        if (content.Length <= MaxCachedDocumentBytes) cache.Set(hash, content, new MemoryCacheEntryOptions { Size = Math.Max(1, content.Length) });
        return content;
    }
}
