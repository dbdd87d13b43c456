using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Storage.Azure.Epochs;

/// <summary>The log as one block blob that every write replaces, on the condition that it is still the one that was read.</summary>
/// <remarks>
/// A write is two requests, a block and its commit: the client's one-call upload is banned (BannedSymbols.txt). Requests are made
/// on threads of its own: on the shared pool their answers would wait behind everything that a busy node has to do.
/// </remarks>
public sealed class BlobEpochLog(BlobContainerClient container) : IEpochLog, IDisposable
{
    public const string BlobName = "epochs";

    private const int NotModified = 304;

    /// <summary>Somebody begins or deletes the log whenever this node looks: more often in a row is a fault.</summary>
    private const int MaxBeginnings = 8;

    private readonly BlockBlobClient blob = container.GetBlockBlobClient(BlobName);

    /// <summary>For every look that may be under way, and for an append.</summary>
    private readonly OwnThreads threads = new("epoch log", EpochFollower.MaxLooks + 1);

    public Task<EpochReading?> Read(string? known, CancellationToken cancellation) => threads.Run(() => ReadHere(known, cancellation));

    public Task<string?> Replace(string mark, EpochRecord next, CancellationToken cancellation)
        => threads.Run(() => Write(next, new BlobRequestConditions { IfMatch = new ETag(mark) }, cancellation));

    public void Dispose() => threads.Dispose();

    private EpochReading? ReadHere(string? known, CancellationToken cancellation)
    {
        for (var beginnings = 0; beginnings < MaxBeginnings; beginnings++)
        {
            try
            {
                return Download(known, cancellation);
            }
            catch (RequestFailedException refusal) when (refusal.Status == NotModified)
            {
                return null;
            }
            catch (RequestFailedException refusal) when (refusal.ErrorCode == BlobErrorCode.BlobNotFound || refusal.ErrorCode == BlobErrorCode.ContainerNotFound)
            {
                if (refusal.ErrorCode == BlobErrorCode.ContainerNotFound) container.CreateIfNotExists(cancellationToken: cancellation);
                var begun = EpochRecord.New(RandomName.New());
                if (Write(begun, new BlobRequestConditions { IfNoneMatch = ETag.All }, cancellation) is { } mark) return new EpochReading(begun, mark);
            }
        }

        throw new IOException($"The epoch log {blob.Uri} vanished {MaxBeginnings} times.");
    }

    private EpochReading? Download(string? known, CancellationToken cancellation)
    {
        var options = new BlobDownloadOptions { Conditions = known is null ? null : new BlobRequestConditions { IfNoneMatch = new ETag(known) } };
        var answer = blob.DownloadStreaming(options, cancellation);
        if (answer.GetRawResponse().Status == NotModified) return null;
        using var download = answer.Value;
        var bytes = download.Details.ContentLength;
        if (bytes > EpochFormat.MaxBytes) throw new InvalidDataException($"{blob.Uri} is no epoch log: it has {bytes} bytes, and a log has {EpochFormat.MaxBytes} at most.");
        var content = new byte[bytes];
        download.Content.ReadExactly(content);
        return new EpochReading(EpochFormat.Read(content), download.Details.ETag.ToString());
    }

    private string? Write(EpochRecord record, BlobRequestConditions conditions, CancellationToken cancellation)
    {
        var block = RandomName.NewBlock();
        try
        {
            using var body = BinaryData.FromBytes(EpochFormat.Write(record)).ToStream();
            blob.StageBlock(block, body, cancellationToken: cancellation);
            var written = blob.CommitBlockList([block], new CommitBlockListOptions { Conditions = conditions }, cancellation);
            return written.Value.ETag.ToString();
        }
        catch (RequestFailedException refusal) when (IsLostRace(refusal.ErrorCode))
        {
            return null;
        }
    }

    // A commit drops the blocks that others have staged. A log that was deleted is begun anew by whoever reads it.
    private static bool IsLostRace(string? code)
        => code == BlobErrorCode.ConditionNotMet || code == BlobErrorCode.BlobAlreadyExists || code == BlobErrorCode.InvalidBlockList || code == BlobErrorCode.BlobNotFound;
}
