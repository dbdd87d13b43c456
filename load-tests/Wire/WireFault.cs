namespace ResultsGrid.LoadTests.Wire;

/// <summary>Why no whole answer came.</summary>
public enum WireFault
{
    /// <summary>No connection, or it was reset.</summary>
    Refused,

    /// <summary>The server closed before the answer's end.</summary>
    ClosedEarly,

    /// <summary>Nothing came within the patience.</summary>
    TimedOut,

    /// <summary>Not HTTP/1.1 as RFC 9112 has it.</summary>
    Malformed,

    /// <summary>Larger than the limits.</summary>
    TooLarge,
}
