using Azure.Core;
using Azure.Data.Tables;

namespace ResultsGrid.Storage.Azure;

/// <summary>How long and how often the membership table is asked before a request is given up as a fault. Orleans asks again by itself.</summary>
internal static class TableRequestBounds
{
    private const int MaxRetries = 3;

    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(1);

    /// <summary>
    /// A node says every 5 s that it is alive and counts as gone after 10: a try that was lost must leave time for another. The
    /// client's own 100 s would keep it, and whoever joins, waiting behind one lost answer.
    /// </summary>
    private static readonly TimeSpan NetworkTimeout = TimeSpan.FromSeconds(2);

    /// <summary>Sets the bounds on a client that is about to be made.</summary>
    public static TableClientOptions WithRequestBounds(this TableClientOptions options)
    {
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = MaxRetries;
        options.Retry.Delay = Delay;
        options.Retry.MaxDelay = MaxDelay;
        options.Retry.NetworkTimeout = NetworkTimeout;
        return options;
    }
}
