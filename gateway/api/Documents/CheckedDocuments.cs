using Microsoft.Extensions.Caching.Memory;
using ResultsGrid.Grains.Documents;

namespace ResultsGrid.Gateway.Api.Documents;

/// <summary>Documents whose bytes have been checked against their hash, the lately used ones kept in memory.</summary>
public sealed class CheckedDocuments(IDocumentStore store) : IDisposable
{
    private const long MaxCachedBytes = 256 * 1024 * 1024;

    /// <summary>A larger one would push too many others out; it is read and checked each time.</summary>
    private const int MaxCachedDocumentBytes = 16 * 1024 * 1024;

    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = MaxCachedBytes });

    /// <exception cref="DamagedDocumentException">The store lost the document, or holds other bytes under its name.</exception>
    public async Task<byte[]> Read(ContentHash hash, CancellationToken cancellation)
    {
        if (cache.TryGetValue(hash, out byte[]? kept)) return kept!;
        var content = await store.Read(hash, cancellation)
            ?? throw new DamagedDocumentException($"Document {hash} is published but not in the store. Publish its centre again to rebuild it from state.");
        if (content.Length <= MaxCachedDocumentBytes) cache.Set(hash, content, new MemoryCacheEntryOptions { Size = Math.Max(1, content.Length) });
        return content;
    }

    public void Dispose() => cache.Dispose();
}
