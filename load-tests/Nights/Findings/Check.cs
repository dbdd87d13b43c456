namespace ResultsGrid.LoadTests.Nights.Findings;

/// <summary>What a night checks.</summary>
public enum Check
{
    /// <summary>No result is answered before the release.</summary>
    NothingEarly,

    /// <summary>Before the release, Retry-After names it to the second.</summary>
    RetryAfterIsTheRelease,

    /// <summary>Every body is what the list and its ETag say, to the byte.</summary>
    EveryByte,

    /// <summary>No body is another centre's.</summary>
    OwnCentreOnly,

    /// <summary>Every centre got everything it came for.</summary>
    EveryoneServed,

    /// <summary>Every completed fetch is in the ledger, and no other of the drill's.</summary>
    EveryFetchRecorded,
}
