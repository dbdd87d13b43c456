namespace ResultsGrid.Storage.Azure.Epochs;

/// <summary>The protocol's times. Together they have a change shown on every gateway within a second (docs/epochs.md).</summary>
public static class EpochTimes
{
    /// <summary>Between the beginnings of two looks at the log: a lease outlives three that are lost or late.</summary>
    public static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    /// <summary>How long a gateway answers from memory after the beginning of its last look that succeeded.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMilliseconds(400);

    /// <summary>By when a lease is over on every other node's clock too: a twentieth more, where clocks of machines differ by a ten-thousandth.</summary>
    public static readonly TimeSpan LeaseOver = Lease * 1.05;

    /// <summary>
    /// From a change's place in the log until no gateway answers anything older. One lease until every gateway has seen it and
    /// every second activation is found or silent, one more until what was read of such an activation meanwhile is dropped too.
    /// </summary>
    public static readonly TimeSpan ShownAfter = 2 * LeaseOver;

    /// <summary>One look at the log. A later answer would bring no lease.</summary>
    public static readonly TimeSpan PollTimeout = Lease;

    /// <summary>One append with its lost races. Half of what a grain call may take, so that its caller hears why it failed.</summary>
    public static readonly TimeSpan AppendTimeout = TimeSpan.FromSeconds(2);

    /// <summary>After an append that failed.</summary>
    public static readonly TimeSpan AppendRetry = Poll;
}
