using ResultsGrid.Storage.Azure.Epochs;

namespace ResultsGrid.Tests.Cluster.Nodes;

/// <summary>One node's way to the log that all share; a test may cut it.</summary>
public sealed class ReachableLog(IEpochLog log) : IEpochLog
{
    private volatile bool isCut;

    public void Cut() => isCut = true;

    public void Mend() => isCut = false;

    public Task<EpochReading?> Read(string? known, CancellationToken cancellation) => isCut ? throw Unreachable() : log.Read(known, cancellation);

    public Task<string?> Replace(string mark, EpochRecord next, CancellationToken cancellation) => isCut ? throw Unreachable() : log.Replace(mark, next, cancellation);

    private static IOException Unreachable() => new("The test cut this node off from the epoch log.");
}
