namespace ResultsGrid.Storage.Azure.Epochs;

/// <summary>The place in storage where all nodes of a cluster hear of changed states. Whoever reads it sees every write that was answered before.</summary>
public interface IEpochLog
{
    /// <summary>What it holds, null when that is still what has the mark. A missing log is begun.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or something else.</exception>
    Task<EpochReading?> Read(string? known, CancellationToken cancellation);

    /// <summary>Replaces what has the mark. Any exception leaves the outcome unknown.</summary>
    /// <returns>The new mark; null if somebody else wrote since, and then nothing was written.</returns>
    Task<string?> Replace(string mark, EpochRecord next, CancellationToken cancellation);
}
