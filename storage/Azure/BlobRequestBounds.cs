using Azure.Core;
using Azure.Storage.Blobs;

namespace ResultsGrid.Storage.Azure;

/// <summary>How long and how often the storage is asked before a request is given up as a fault.</summary>
public static class BlobRequestBounds
{
    /// <summary>Tries after the first one. Every request of the document store may be repeated without harm.</summary>
    public const int MaxRetries = 3;

    /// <summary>The first wait between two tries; it doubles, with jitter, up to <see cref="MaxDelayMs"/>.</summary>
    public const int DelayMs = 200;

    public const int MaxDelayMs = 2_000;

    /// <summary>One try without an answer, or a body without progress. A block takes this long at 0.4 MB/s.</summary>
    public const int NetworkTimeoutMs = 10_000;

    /// <summary>One try of an append to the download ledger: somebody waits for it. The storage's slow ones take a few hundred.</summary>
    public const int AppendTimeoutMs = 2_000;

    /// <summary>
    /// One try to read or write a grain's state: just under the 5 s that the grain's caller waits. The largest state takes this
    /// long at 4 MB/s.
    /// </summary>
    public const int StateTimeoutMs = 4_000;

    /// <summary>Tries to read a state after the first one.</summary>
    public const int StateRetries = 1;

    /// <summary>Sets the bounds on a client that is about to be made.</summary>
    public static BlobClientOptions WithRequestBounds(this BlobClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = MaxRetries;
        options.Retry.Delay = TimeSpan.FromMilliseconds(DelayMs);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(MaxDelayMs);
        options.Retry.NetworkTimeout = TimeSpan.FromMilliseconds(NetworkTimeoutMs);
        return options;
    }

    /// <summary>Sets the bounds on a client that appends: it asks once, and its caller reads back what became of it.</summary>
    public static BlobClientOptions WithAppendBounds(this BlobClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Retry.MaxRetries = 0;
        options.Retry.NetworkTimeout = TimeSpan.FromMilliseconds(AppendTimeoutMs);
        return options;
    }

    /// <summary>Sets the bounds on a client of grains' states: reads are tried again, writes asked once.</summary>
    public static BlobClientOptions WithStateBounds(this BlobClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var delays = DelayStrategy.CreateExponentialDelayStrategy(TimeSpan.FromMilliseconds(DelayMs), TimeSpan.FromMilliseconds(MaxDelayMs));
        options.RetryPolicy = new ReadRetries(StateRetries, delays);
        options.Retry.NetworkTimeout = TimeSpan.FromMilliseconds(StateTimeoutMs);
        return options;
    }
}
