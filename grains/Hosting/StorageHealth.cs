using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ResultsGrid.Grains.Hosting;

/// <summary>What the state file and the documents folder say of their disk. Each change is one line in the log.</summary>
public sealed partial class StorageHealth(ILogger<StorageHealth> logger) : IStorageHealth
{
    private readonly ConcurrentDictionary<string, string> troubles = new();

    /// <summary>One that nobody looks at.</summary>
    public static StorageHealth Unwatched() => new(NullLogger<StorageHealth>.Instance);

    public string? Trouble => troubles.IsEmpty ? null : string.Join(" ", troubles.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => one.Value));

    /// <param name="part">Whose write failed, for example the state file.</param>
    public void Fail(string part, string trouble)
    {
        if (troubles.TryGetValue(part, out var known) && known == trouble) return;
        troubles[part] = trouble;
        StorageFails(logger, trouble);
    }

    public void Recover(string part)
    {
        if (troubles.TryRemove(part, out _)) StorageRecovered(logger, part);
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Trouble}")]
    private static partial void StorageFails(ILogger logger, string trouble);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Part} takes writes again.")]
    private static partial void StorageRecovered(ILogger logger, string part);
}
