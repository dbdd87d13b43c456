using ResultsGrid.Storage.Azure.Epochs;

namespace ResultsGrid.Tests.Epochs;

/// <summary>One node's way to the log, which can be cut.</summary>
internal sealed class RemoteLog(StorageServer server, TimeProvider clock) : IEpochLog
{
    public DateTimeOffset CutUntil { get; set; }

    private bool IsCut => clock.GetUtcNow() < CutUntil;

    public Task<EpochReading?> Read(string? known, CancellationToken cancellation)
        => IsCut ? throw new IOException("The network is cut.") : server.ReadLog(known, cancellation);

    public Task<string?> Replace(string mark, EpochRecord next, CancellationToken cancellation)
        => IsCut ? throw new IOException("The network is cut.") : server.ReplaceLog(mark, next, cancellation);
}
