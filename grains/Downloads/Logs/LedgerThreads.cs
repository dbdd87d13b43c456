namespace ResultsGrid.Grains.Downloads.Logs;

/// <summary>The threads that flush the ledger and answer those who waited for it.</summary>
public static class LedgerThreads
{
    [ThreadStatic]
    private static bool isThisOne;

    /// <summary>
    /// True while one of them answers here. Whoever finds it true at the beginning of something new has come in behind an answer
    /// (a request that was sent before the last one was answered) and goes elsewhere: two clients that never pause would keep both threads.
    /// </summary>
    public static bool IsThisOne
    {
        get => isThisOne;
        internal set => isThisOne = value;
    }
}
