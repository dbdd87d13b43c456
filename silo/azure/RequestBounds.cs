using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace ResultsGrid.Silo.Azure;

/// <summary>How long and how often membership and states are asked for before a request is given up as a fault.</summary>
internal static class RequestBounds
{
    private const int TableRetries = 3;

    private const int StateRetries = 1;

    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(1);

    /// <summary>
    /// A node says every 5 s that it is alive and counts as gone after 10: a try that was lost must leave time for another. The
    /// client's own 100 s would keep it, and whoever joins, waiting behind one lost answer.
    /// </summary>
    private static readonly TimeSpan TableTimeout = TimeSpan.FromSeconds(2);

    /// <summary>Just under the 5 s that a grain's caller waits: who asks after that finds the grain free. The largest state takes this long at 4 MB/s.</summary>
    private static readonly TimeSpan StateTimeout = TimeSpan.FromSeconds(4);

    public static TableClientOptions OfMembership()
    {
        var options = new TableClientOptions();
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = TableRetries;
        options.Retry.Delay = Delay;
        options.Retry.MaxDelay = MaxDelay;
        options.Retry.NetworkTimeout = TableTimeout;
        return options;
    }

    public static BlobClientOptions OfStates()
    {
        var options = new BlobClientOptions { RetryPolicy = new ReadRetries(StateRetries, DelayStrategy.CreateExponentialDelayStrategy(Delay, MaxDelay)) };
        options.Retry.NetworkTimeout = StateTimeout;
        return options;
    }
}
