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

        return await Store(ContentHash.Of(content.Span), content.Length, start => content.Slice(start, Math.Min(BlockBytes, content.Length - start)), cancellation);
    }

    /// <remarks>A blob is named by its hash, which is known only at the end, so the document lies in a temporary file until then.</remarks>
    public async Task<ContentHash> Store(Stream content, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var received = File.OpenHandle(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[BlockBytes];
        var bytes = 0;
        while (await content.ReadAtLeastAsync(block, block.Length, throwOnEndOfStream: false, cancellation) is var read and > 0)
        {
            if (bytes + read > IDocumentStore.MaxBytes) throw new DocumentTooLargeException();
            digest.AppendData(block, 0, read);
            RandomAccess.Write(received, block.AsSpan(0, read), bytes);
            bytes += read;
        }

        return await Store(ContentHash.OfDigest(digest.GetHashAndReset()), bytes, start => block.AsMemory(0, RandomAccess.Read(received, block, start)), cancellation);
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

    /// <param name="block">A block of the document by its start; used up before the next one is asked for.</param>
    private async Task<ContentHash> Store(ContentHash hash, int bytes, Func<int, ReadOnlyMemory<byte>> block, CancellationToken cancellation)
    {
        var blob = container.GetBlockBlobClient(DocumentBlobName.Of(hash));
        for (var lostRaces = 0; lostRaces <= MaxLostRaces; lostRaces++)
        {
            var copy = await Examine(blob, hash, bytes, cancellation);
            if (copy is { IsIntact: true }) return hash;
            if (await TryWrite(blob, bytes, block, replaced: copy?.ETag, cancellation)) return hash;
        }

        throw new IOException($"Document {hash} was not stored: other writers came between {MaxLostRaces + 1} times.");
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
    private static async Task<bool> TryWrite(BlockBlobClient blob, int bytes, Func<int, ReadOnlyMemory<byte>> block, ETag? replaced, CancellationToken cancellation)
    {
        var conditions = replaced is { } damaged
            ? new BlobRequestConditions { IfMatch = damaged }
            : new BlobRequestConditions { IfNoneMatch = ETag.All };
        try
        {
            var blocks = await Stage(blob, bytes, block, cancellation);
            await blob.CommitBlockListAsync(blocks, new CommitBlockListOptions { Conditions = conditions }, cancellation);
            return true;
        }
        catch (RequestFailedException refusal) when (IsLostRace(refusal.ErrorCode))
        {
            return false;
        }
    }

    /// <returns>The blocks' ids in the document's order.</returns>
    private static async Task<IReadOnlyList<string>> Stage(BlockBlobClient blob, int bytes, Func<int, ReadOnlyMemory<byte>> block, CancellationToken cancellation)
    {
        var blocks = new List<string>();
        for (var start = 0; start < bytes; start += BlockBytes)
        {
            // Writers of the same document stage the same bytes under the same id; one with another block size does not.
            var id = Convert.ToBase64String([.. BitConverter.GetBytes(BlockBytes), .. BitConverter.GetBytes(start)]);
            using var body = BinaryData.FromBytes(block(start)).ToStream();
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
