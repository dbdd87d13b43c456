using Azure;
using Azure.Storage.Blobs.Models;

namespace ResultsGrid.Storage.Azure.Downloads;

/// <summary>What an answer of the storage says of a log's lease.</summary>
internal static class StorageRefusal
{
    private static readonly BlobErrorCode[] Fences =
    [
        BlobErrorCode.LeaseIdMismatchWithBlobOperation, BlobErrorCode.LeaseIdMismatchWithLeaseOperation,
        BlobErrorCode.LeaseNotPresentWithBlobOperation, BlobErrorCode.LeaseNotPresentWithLeaseOperation,
        BlobErrorCode.LeaseAlreadyPresent, BlobErrorCode.LeaseLost, BlobErrorCode.BlobNotFound,
    ];

    /// <summary>Whether it says that the blob is no longer its asker's: another has its lease, or it is gone.</summary>
    public static bool IsFence(this Exception fault) => fault is RequestFailedException { ErrorCode: { } code } && Fences.Contains(code);

    /// <summary>One line; the rest are headers.</summary>
    public static string InBrief(this Exception fault) => fault.Message.Split('\n')[0].TrimEnd();
}
