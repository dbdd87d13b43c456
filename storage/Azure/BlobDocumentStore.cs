using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using ResultsGrid.Grains.Documents;

namespace ResultsGrid.Storage.Azure;

/// <summary>Documents as block blobs of one container, each named by its hash.</summary>
/// <remarks>
/// Blobs are written in blocks (StageBlock, CommitBlockList) and read as streams, so that a failed request repeats one
/// block and a commit is conditional.
/// </remarks>
public sealed class BlobDocumentStore(BlobContainerClient container) : IDocumentStore
{
    /// <summary>One request's worth of a document: a failed request repeats no more than this.</summary>
    public const int BlockBytes = 4 * 1024 * 1024;

    /// <summary>What an open stream fetches at a time, and holds.</summary>
    private const int ReadAheadBytes = 1024 * 1024;

    /// <summary>Each lost race means that another writer's copy came between; so many in a row is a fault, not a race.</summary>
    private const int MaxLostRaces = 8;

    public async Task<ContentHash> Store(ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        if (content.Length > IDocumentStore.MaxBytes)
        {
            throw new ArgumentException($"A document of {content.Length} bytes is larger than the {IDocumentStore.MaxBytes} that the store takes.", nameof(content));
        }

        var hash = ContentHash.Of(content.Span);
        var blob = container.GetBlockBlobClient(DocumentBlobName.Of(hash));
        for (var lostRaces = 0; lostRaces <= MaxLostRaces; lostRaces++)
        {
            var copy = await Examine(blob, hash, content.Length, cancellation);
            if (copy is { IsIntact: true }) return hash;
            if (await TryWrite(blob, content, replaced: copy?.ETag, cancellation)) return hash;
        }

        throw new IOException($"Document {hash} was not stored: other writers came between {MaxLostRaces + 1} times.");
    }

    /// <remarks>A blob is named by its hash, which is known only at the end, so the document is in memory once.</remarks>
    public async Task<ContentHash> Store(Stream content, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var received = new MemoryStream();
        var piece = new byte[BlockBytes];
        while (await content.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, cancellation) is var read and > 0)
        {
            if (received.Length + read > IDocumentStore.MaxBytes) throw new DocumentTooLargeException();
            received.Write(piece, 0, read);
        }

        return await Store(received.GetBuffer().AsMemory(0, (int)received.Length), cancellation);
    }

    public async Task<byte[]?> Read(ContentHash hash, CancellationToken cancellation = default)
    {
        using var download = await Download(container.GetBlockBlobClient(DocumentBlobName.Of(hash)), cancellation);
        if (download is null) return null;
        var bytes = download.Details.ContentLength;
        if (bytes > IDocumentStore.MaxBytes)
        {
            throw new DamagedDocumentException($"Document {hash} is damaged: its blob has {bytes} bytes, more than any document.");
        }

        var content = new byte[bytes];
        await download.Content.ReadExactlyAsync(content, cancellation);
        var found = ContentHash.Of(content);
        return found == hash ? content : throw new DamagedDocumentException(hash, found);
    }

    public async Task<Stream?> Open(ContentHash hash, CancellationToken cancellation = default)
    {
        try
        {
            var options = new BlobOpenReadOptions(allowModifications: false) { BufferSize = ReadAheadBytes };
            return await container.GetBlockBlobClient(DocumentBlobName.Of(hash)).OpenReadAsync(options, cancellation);
        }
        catch (RequestFailedException refusal) when (refusal.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    /// <summary>The Date of the storage's answer, in whole seconds, so up to a second behind.</summary>
    public async Task<DateTimeOffset?> ReadClock(CancellationToken cancellation = default)
    {
        var answer = await container.GetPropertiesAsync(cancellationToken: cancellation);
        return answer.GetRawResponse().Headers.Date;
    }

    /// <summary>What lies under the hash's name now; null if nothing does.</summary>
    private static async Task<StoredCopy?> Examine(BlockBlobClient blob, ContentHash hash, int expectedBytes, CancellationToken cancellation)
    {
        using var download = await Download(blob, cancellation);
        if (download is null) return null;
        var isIntact = download.Details.ContentLength == expectedBytes
            && Convert.ToHexStringLower(await SHA256.HashDataAsync(download.Content, cancellation)) == hash.ToString();
        return new StoredCopy(download.Details.ETag, isIntact);
    }

    private static async Task<BlobDownloadStreamingResult?> Download(BlockBlobClient blob, CancellationToken cancellation)
    {
        try
        {
            return await blob.DownloadStreamingAsync(cancellationToken: cancellation);
        }
        catch (RequestFailedException refusal) when (refusal.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    /// <summary>Writes the blob if it is still as it was examined: absent, or the one replaced. False if it is not.</summary>
    private static async Task<bool> TryWrite(BlockBlobClient blob, ReadOnlyMemory<byte> content, ETag? replaced, CancellationToken cancellation)
    {
        var conditions = replaced is { } damaged
            ? new BlobRequestConditions { IfMatch = damaged }
            : new BlobRequestConditions { IfNoneMatch = ETag.All };
        try
        {
            var blocks = await Stage(blob, content, cancellation);
            await blob.CommitBlockListAsync(blocks, new CommitBlockListOptions { Conditions = conditions }, cancellation);
            return true;
        }
        catch (RequestFailedException refusal) when (IsLostRace(refusal.ErrorCode))
        {
            return false;
        }
    }

    /// <returns>The blocks' ids in the document's order.</returns>
    private static async Task<IReadOnlyList<string>> Stage(BlockBlobClient blob, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var blocks = new List<string>();
        for (var start = 0; start < content.Length; start += BlockBytes)
        {
            // Writers of the same document stage the same bytes under the same id; one with another block size does not.
            var id = Convert.ToBase64String([.. BitConverter.GetBytes(BlockBytes), .. BitConverter.GetBytes(start)]);
            var block = content.Slice(start, Math.Min(BlockBytes, content.Length - start));
            using var body = BinaryData.FromBytes(block).ToStream();
            await blob.StageBlockAsync(id, body, cancellationToken: cancellation);
            blocks.Add(id);
        }

        return blocks;
    }

    // A commit also drops every block that others have staged: their lists then name blocks that are gone.
    private static bool IsLostRace(string? code)
        => code == BlobErrorCode.BlobAlreadyExists || code == BlobErrorCode.ConditionNotMet || code == BlobErrorCode.InvalidBlockList;

    private sealed record StoredCopy(ETag ETag, bool IsIntact);
}
