using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using ResultsGrid.Gateway.Snapshots;
using ResultsGrid.Grains.Documents;

namespace ResultsGrid.Gateway.Documents;

/// <summary>Documents whose bytes have been checked against their hash.</summary>
public sealed class CheckedDocuments(IDocumentStore store, ContentArchive archive, IOptions<DocumentCacheOptions> options)
{
    /// <summary>A larger one would push too many others out: it is sent from where it lies.</summary>
    public const int MaxCachedDocumentBytes = 1024 * 1024;

    private readonly DocumentCache cache = new(options.Value.MaxBytes);

    /// <summary>Bytes of documents held in memory.</summary>
    public long CachedBytes => cache.Bytes;

    /// <summary>A form that is in memory; else null.</summary>
    public byte[]? Find(ServedForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.Cached?.Ask() ?? (form.Cached = cache.Find(form.Hash))?.Ask();
    }

    /// <summary>A form of a document.</summary>
    /// <exception cref="DamagedDocumentException">The store lost the document, or holds other bytes under its name.</exception>
    public ValueTask<byte[]> Read(StoredContent content, ServedForm form)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(form);
        // Whoever asked first may leave: others wait for the same reading.
        return Read(form.Hash, form.Bytes, () => form.Coding is null ? archive.Read(content, CancellationToken.None) : store.Read(form.Hash, CancellationToken.None));
    }

    /// <summary>A document's plain bytes.</summary>
    /// <exception cref="DamagedDocumentException">The store lost the document, or holds other bytes under its name.</exception>
    public ValueTask<byte[]> Read(StoredContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Read(content.Sha256, content.Bytes, () => archive.Read(content, CancellationToken.None));
    }

    /// <summary>A form that the store holds as it is sent, to be read from the beginning. All of it was checked just now.</summary>
    /// <exception cref="DamagedDocumentException">The store lost the document, or holds other bytes under its name.</exception>
    public async Task<Stream> Open(ContentHash hash, CancellationToken cancellation)
    {
        var stream = await store.Open(hash, cancellation) ?? throw Lost(hash);
        try
        {
            var found = ContentHash.OfDigest(await SHA256.HashDataAsync(stream, cancellation));
            if (found != hash) throw new DamagedDocumentException(hash, found);
            stream.Position = 0;
            return stream;
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    private async ValueTask<byte[]> Read(ContentHash hash, long bytes, Func<Task<byte[]?>> read)
    {
        return bytes > MaxCachedDocumentBytes ? await Found() : await cache.Get(hash, Found);

        async Task<byte[]> Found() => await read() ?? throw Lost(hash);
    }

    private static DamagedDocumentException Lost(ContentHash hash)
        => new($"Document {hash} is published but not in the store. Publish its centre again to rebuild it from state.");
}
