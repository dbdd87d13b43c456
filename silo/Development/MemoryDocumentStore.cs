using System.Collections.Concurrent;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Silo.Development;

/// <summary>Documents in memory, as the development cluster's state is: both are gone when it stops.</summary>
internal sealed class MemoryDocumentStore : IDocumentStore
{
    /// <summary>Ten times the demonstration's; whoever tries out more configures storage.</summary>
    private const long MaxTotalBytes = 2L * 1024 * 1024 * 1024;

    private readonly ConcurrentDictionary<ContentHash, byte[]> documents = new();
    private long totalBytes;

    public Task<ContentHash> Store(ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        if (content.Length > IDocumentStore.MaxBytes)
            throw new ArgumentException($"A document of {content.Length} bytes is larger than {IDocumentStore.MaxBytes}.", nameof(content));
        var hash = ContentHash.Of(content.Span);
        if (documents.ContainsKey(hash)) return Task.FromResult(hash);
        if (Interlocked.Add(ref totalBytes, content.Length) > MaxTotalBytes)
        {
            Interlocked.Add(ref totalBytes, -content.Length);
            throw new StorageUnavailableException($"A development cluster keeps {MaxTotalBytes / (1024 * 1024)} MB of documents in memory. Configure blob storage for more: Documents:AzureBlobs.");
        }

        if (!documents.TryAdd(hash, content.ToArray())) Interlocked.Add(ref totalBytes, -content.Length);
        return Task.FromResult(hash);
    }

    public Task<byte[]?> Read(ContentHash hash, CancellationToken cancellation = default) => Task.FromResult(documents.GetValueOrDefault(hash)?.ToArray());

    public Task<Stream?> Open(ContentHash hash, CancellationToken cancellation = default)
        => Task.FromResult<Stream?>(documents.TryGetValue(hash, out var content) ? new MemoryStream(content, writable: false) : null);

    /// <summary>Null: memory goes by this machine's clock.</summary>
    public Task<DateTimeOffset?> ReadClock(CancellationToken cancellation = default) => Task.FromResult<DateTimeOffset?>(null);
}
