namespace ResultsGrid.Storage.Azure.Downloads;

/// <summary>When a log's blob is done and another follows.</summary>
/// <param name="MaxBlocks">Appends into one blob.</param>
/// <param name="MaxBytes">Its length.</param>
public sealed record BlobLogBounds(int MaxBlocks, int MaxBytes)
{
    /// <summary>The storage takes 50,000 appends into one blob; some are left for those whose outcome is not known yet. Who takes a blob over reads it whole: so 16 MB, as a file of the embedded host.</summary>
    public static BlobLogBounds OfStorage { get; } = new(49_000, 16 * 1024 * 1024);
}
