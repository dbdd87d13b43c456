using ResultsGrid.Grains.Documents;

namespace ResultsGrid.Tests.NotEarly;

/// <summary>A document store that counts how often anything is read from it: what was not read can't show in an answer, nor in its timing.</summary>
internal sealed class CountingStore(IDocumentStore store) : IDocumentStore
{
    private int reads;

    public int Reads => Volatile.Read(ref reads);

    public Task<ContentHash> Store(ReadOnlyMemory<byte> content, CancellationToken cancellation = default) => store.Store(content, cancellation);

    public Task<ContentHash> Store(Stream content, CancellationToken cancellation = default) => store.Store(content, cancellation);

    public Task<byte[]?> Read(ContentHash hash, CancellationToken cancellation = default)
    {
        Interlocked.Increment(ref reads);
        return store.Read(hash, cancellation);
    }

    public Task<Stream?> Open(ContentHash hash, CancellationToken cancellation = default)
    {
        Interlocked.Increment(ref reads);
        return store.Open(hash, cancellation);
    }

    public Task<DateTimeOffset?> ReadClock(CancellationToken cancellation = default) => store.ReadClock(cancellation);
}
