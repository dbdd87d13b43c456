using ResultsGrid.Grains.Documents;

namespace ResultsGrid.Tests.Pipeline;

/// <summary>A document store that gives some documents back otherwise than it took them.</summary>
internal sealed class DamagingStore(IDocumentStore store) : IDocumentStore
{
    /// <summary>What is read in place of a document; none by default.</summary>
    public Func<byte[], byte[]> Damage { get; set; } = content => content;

    public Task<ContentHash> Store(ReadOnlyMemory<byte> content, CancellationToken cancellation = default) => store.Store(content, cancellation);

    public Task<ContentHash> Store(Stream content, CancellationToken cancellation = default) => store.Store(content, cancellation);

    public async Task<byte[]?> Read(ContentHash hash, CancellationToken cancellation = default)
        => await store.Read(hash, cancellation) is { } content ? Damage(content) : null;

    public Task<Stream?> Open(ContentHash hash, CancellationToken cancellation = default) => store.Open(hash, cancellation);

    public Task<DateTimeOffset?> ReadClock(CancellationToken cancellation = default) => store.ReadClock(cancellation);
}
