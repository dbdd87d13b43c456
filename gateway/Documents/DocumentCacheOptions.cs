namespace ResultsGrid.Gateway.Documents;

/// <summary>How much memory documents may take.</summary>
public sealed class DocumentCacheOptions
{
    /// <summary>A quarter of what the machine gives this process: the rest is for snapshots, responses under way and publication.</summary>
    public long MaxBytes { get; set; } = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4;
}
