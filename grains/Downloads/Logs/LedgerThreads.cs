namespace ResultsGrid.Grains.Downloads.Logs;

/// <summary>The threads that flush the ledger and answer those who waited for it.</summary>
/// <remarks>
/// An answer that has left may have been followed already by the connection's next request, which then begins here. One behind each answer may,
/// to be recorded with the next group; more would have others wait for a client that never pauses.
/// </remarks>
public static class LedgerThreads
{
    [ThreadStatic]
    private static bool isThisOne;

    [ThreadStatic]
    private static bool hasBegun;

    /// <summary>Whether a new request may begin here: on one of these threads once behind each answer, elsewhere always.</summary>
    public static bool MayBegin()
    {
        if (!isThisOne) return true;
        var may = !hasBegun;
        hasBegun = true;
        return may;
    }

    /// <summary>Tells everybody on the calling thread, one of these.</summary>
    internal static void Answer(ReadOnlySpan<DurableWaiter> waiters, Exception? fault)
    {
        isThisOne = true;
        foreach (var waiter in waiters)
        {
            hasBegun = false;
            waiter.Complete(fault);
        }

        isThisOne = false;
    }
}
