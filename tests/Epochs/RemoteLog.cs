using ResultsGrid.Azure.Epochs;

namespace ResultsGrid.Tests.Epochs;

/// <summary>One node's way to the log, which can be cut.</summary>
internal sealed class RemoteLog(StorageServer server) : IEpochLog
{
    public bool IsCut { get; set; }

    public Task<EpochReading?> Read(string? known, CancellationToken cancellation)
        => IsCut ? throw new IOException("The network is cut.") : server.ReadLog(known, cancellation);

    public Task<string?> Replace(string mark, EpochRecord next, CancellationToken cancellation)
        => IsCut ? throw new IOException("The network is cut.") : server.ReplaceLog(mark, next, cancellation);
}
