namespace ResultsGrid.Embedded.Activations;

/// <summary>Where an activation stands; calls run only while it serves.</summary>
internal enum Stage
{
    /// <summary>In the table; no call came yet.</summary>
    Vacant,

    /// <summary>The grain is made and its state read; calls wait.</summary>
    Starting,

    Serving,

    /// <summary>The running calls end and then the grain goes; calls wait for its successor.</summary>
    Ending,

    /// <summary>Out of the table: a call looks for the next activation.</summary>
    Retired,
}
