namespace ResultsGrid.Grains.Documents;

/// <summary>Puts content into the store in the forms that it is kept in, and gets the plain bytes back.</summary>
public sealed class ContentArchive(IDocumentStore documents)
{
    /// <summary>Keeps content that is sent to clients.</summary>
    public Task<StoredContent> Store(byte[] plain, string mediaType, CancellationToken cancellation)
        => Compression.Shrinks(mediaType) ? Store(plain, Compression.Brotli(plain), Compression.Gzip(plain), cancellation) : Store(plain, null, null, cancellation);

    /// <summary>Keeps content that nobody is sent, as small as it is cheap.</summary>
    public Task<StoredContent> StoreForItself(byte[] plain, CancellationToken cancellation) => Store(plain, null, Compression.Gzip(plain), cancellation);

    /// <summary>The plain bytes, or null where the store lost them.</summary>
    /// <exception cref="DamagedDocumentException">What the store holds is not this content.</exception>
    public async Task<byte[]?> Read(StoredContent content, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (content.Gzip is not { } gzip) return await documents.Read(content.Sha256, cancellation);
        if (await documents.Read(gzip.Hash, cancellation) is not { } compressed) return null;
        var plain = Compression.Gunzip(compressed, content.Bytes);
        return ContentHash.Of(plain) is var found && found == content.Sha256 ? plain : throw new DamagedDocumentException(content.Sha256, found);
    }

    /// <summary>Every form that content is kept in, by its hash: what a repair puts back.</summary>
    public static IEnumerable<byte[]> FormsOf(byte[] plain, string mediaType) => Compression.Shrinks(mediaType)
        ? new[] { plain, Compression.Brotli(plain), Compression.Gzip(plain) }.OfType<byte[]>()
        : [plain];

    private async Task<StoredContent> Store(byte[] plain, byte[]? brotli, byte[]? gzip, CancellationToken cancellation)
    {
        if (gzip is null) await documents.Store(plain, cancellation);
        return new(ContentHash.Of(plain), plain.Length, await StoreCopy(brotli, cancellation), await StoreCopy(gzip, cancellation));
    }

    private async Task<EncodedCopy?> StoreCopy(byte[]? encoded, CancellationToken cancellation)
        => encoded is null ? null : new(await documents.Store(encoded, cancellation), encoded.Length);
}
