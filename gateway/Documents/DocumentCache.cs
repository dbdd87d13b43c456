using System.Collections.Concurrent;
using ResultsGrid.Grains.Documents;

namespace ResultsGrid.Gateway.Documents;

/// <summary>Checked bytes of documents, as many as fit. Those asked for since the last look stay; the others give way, oldest first.</summary>
/// <param name="maxBytes">Of all documents together.</param>
public sealed class DocumentCache(long maxBytes)
{
    private readonly ConcurrentDictionary<ContentHash, CachedDocument> kept = new();
    private readonly ConcurrentDictionary<ContentHash, Lazy<Task<byte[]>>> reading = new();
    private readonly Lock gate = new();
    private readonly Queue<CachedDocument> order = new();

    /// <summary>Bytes held now.</summary>
    public long Bytes { get; private set; }

    /// <summary>The document's place in memory, if it has one: whoever remembers it need not look for the hash again.</summary>
    public CachedDocument? Find(ContentHash hash) => kept.TryGetValue(hash, out var document) ? document : null;

    /// <summary>The document; read once, however many ask for it meanwhile.</summary>
    public async ValueTask<byte[]> Get(ContentHash hash, Func<Task<byte[]>> read)
    {
        if (Find(hash)?.Ask() is { } content) return content;
        var one = reading.GetOrAdd(hash, static (_, read) => new Lazy<Task<byte[]>>(read), read);
        try
        {
            var found = await one.Value;
            Keep(hash, found);
            return found;
        }
        finally
        {
            reading.TryRemove(new(hash, one));
        }
    }

    private void Keep(ContentHash hash, byte[] content)
    {
        lock (gate)
        {
            if (content.Length > maxBytes || kept.ContainsKey(hash)) return;
            MakeRoom(content.Length);
            var document = new CachedDocument(hash, content);
            kept[hash] = document;
            order.Enqueue(document);
            Bytes += content.Length;
        }
    }

    private void MakeRoom(long bytes)
    {
        while (Bytes + bytes > maxBytes && order.TryDequeue(out var oldest))
        {
            if (oldest.WasAsked())
            {
                order.Enqueue(oldest);
                continue;
            }

            kept.TryRemove(oldest.Hash, out _);
            Bytes -= oldest.GiveWay();
        }
    }
}
