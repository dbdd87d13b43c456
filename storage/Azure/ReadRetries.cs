using Azure.Core;
using Azure.Core.Pipeline;

namespace ResultsGrid.Storage.Azure;

/// <summary>Asks a storage again only for what changes nothing.</summary>
/// <remarks>
/// A conditional write whose first try was stored and not answered meets its own ETag at the second, and can't tell it from
/// somebody else's: its outcome would be called a conflict, which says that nothing was written. Asked once, it is of unknown outcome.
/// </remarks>
internal sealed class ReadRetries(int maxRetries, DelayStrategy delays) : RetryPolicy(maxRetries, delays)
{
    protected override bool ShouldRetry(HttpMessage message, Exception? exception) => IsReading(message) && base.ShouldRetry(message, exception);

    protected override ValueTask<bool> ShouldRetryAsync(HttpMessage message, Exception? exception)
        => IsReading(message) ? base.ShouldRetryAsync(message, exception) : ValueTask.FromResult(false);

    private static bool IsReading(HttpMessage message) => message.Request.Method == RequestMethod.Get || message.Request.Method == RequestMethod.Head;
}
