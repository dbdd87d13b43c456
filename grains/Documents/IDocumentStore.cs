namespace ResultsGrid.Grains.Documents;

/// <summary>Immutable documents by the hash of their content. Nothing is overwritten, nothing is deleted.</summary>
public interface IDocumentStore
{
    /// <summary>The largest document a store takes.</summary>
    const int MaxBytes = 256 * 1024 * 1024;

    /// <summary>Stores the bytes durably under their hash. Storing what is there already changes nothing; a damaged copy is replaced.</summary>
    Task<ContentHash> Store(ReadOnlyMemory<byte> content, CancellationToken cancellation = default);

    /// <summary>Stores what comes from a stream, without holding it in memory whole where the storage can take it in pieces.</summary>
    /// <exception cref="DocumentTooLargeException">More than <see cref="MaxBytes"/> came: nothing is stored.</exception>
    Task<ContentHash> Store(Stream content, CancellationToken cancellation = default);

    /// <summary>The whole document, its hash checked; null if the store has none by that name.</summary>
    /// <exception cref="DamagedDocumentException">The bytes found are not the ones that were stored.</exception>
    Task<byte[]?> Read(ContentHash hash, CancellationToken cancellation = default);

    /// <summary>A seekable stream of the document, unchecked (it is checked when published and when cached); null if there is none.</summary>
    Task<Stream?> Open(ContentHash hash, CancellationToken cancellation = default);

    /// <summary>The moment by the storage's own clock, where it has one that is not this machine's; else null.</summary>
    Task<DateTimeOffset?> ReadClock(CancellationToken cancellation = default);
}
