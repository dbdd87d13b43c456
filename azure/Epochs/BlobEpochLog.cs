using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace ResultsGrid.Azure.Epochs;

/// <summary>The log as one block blob that every write replaces, on the condition that it is still the one that was read.</summary>
/// <remarks>A write is two requests, a block and its commit: the client's one-call upload is banned (BannedSymbols.txt).</remarks>
public sealed class BlobEpochLog(BlobContainerClient container) : IEpochLog
{
    public const string BlobName = "epochs";

    private const int NotModified = 304;

    /// <summary>Somebody begins or deletes the log whenever this node looks: more often in a row is a fault.</summary>
    private const int MaxBeginnings = 8;

    private readonly BlockBlobClient blob = container.GetBlockBlobClient(BlobName);

    public async Task<EpochReading?> Read(string? known, CancellationToken cancellation)
    {
        for (var beginnings = 0; beginnings < MaxBeginnings; beginnings++)
        {
            try
            {
                return await Download(known, cancellation);
            }
            catch (RequestFailedException refusal) when (refusal.Status == NotModified)
            {
                return null;
            }
            catch (RequestFailedException refusal) when (refusal.ErrorCode == BlobErrorCode.BlobNotFound || refusal.ErrorCode == BlobErrorCode.ContainerNotFound)
            {
                if (refusal.ErrorCode == BlobErrorCode.ContainerNotFound) await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
                var begun = EpochRecord.New(RandomName.New());
                if (await Write(begun, new BlobRequestConditions { IfNoneMatch = ETag.All }, cancellation) is { } mark) return new EpochReading(begun, mark);
            }
        }

        throw new IOException($"The epoch log {blob.Uri} vanished {MaxBeginnings} times.");
    }

    public Task<string?> Replace(string mark, EpochRecord next, CancellationToken cancellation)
        => Write(next, new BlobRequestConditions { IfMatch = new ETag(mark) }, cancellation);

    private async Task<EpochReading?> Download(string? known, CancellationToken cancellation)
    {
        var options = new BlobDownloadOptions { Conditions = known is null ? null : new BlobRequestConditions { IfNoneMatch = new ETag(known) } };
        var answer = await blob.DownloadStreamingAsync(options, cancellation);
        if (answer.GetRawResponse().Status == NotModified) return null;
        using var download = answer.Value;
        var bytes = download.Details.ContentLength;
        if (bytes > EpochFormat.MaxBytes) throw new InvalidDataException($"{blob.Uri} is no epoch log: it has {bytes} bytes, and a log has {EpochFormat.MaxBytes} at most.");
        var content = new byte[bytes];
        await download.Content.ReadExactlyAsync(content, cancellation);
        return new EpochReading(EpochFormat.Read(content), download.Details.ETag.ToString());
    }

    private async Task<string?> Write(EpochRecord record, BlobRequestConditions conditions, CancellationToken cancellation)
    {
        // Random: a block of another writer under the same name would be committed in place of this one.
        var block = Convert.ToBase64String(Convert.FromHexString(RandomName.New()));
        try
        {
            using var body = BinaryData.FromBytes(EpochFormat.Write(record)).ToStream();
            await blob.StageBlockAsync(block, body, cancellationToken: cancellation);
            var written = await blob.CommitBlockListAsync([block], new CommitBlockListOptions { Conditions = conditions }, cancellation);
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
