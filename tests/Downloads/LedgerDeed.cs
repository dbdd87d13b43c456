namespace ResultsGrid.Tests.Downloads;

public enum LedgerDeed
{
    /// <summary>One entry.</summary>
    Record,

    /// <summary>So many at once that they share flushes.</summary>
    RecordMany,

    Settle,

    FoldAll,

    /// <summary>SIGKILL, and a start.</summary>
    Crash,

    /// <summary>The same with half a block at the end of the newest file.</summary>
    CrashInAWrite,

    /// <summary>The ledger's files as they were before the grains took everything: SIGKILL between folding and deleting.</summary>
    CrashBehindFolding,

    /// <summary>The same when only one centre's grain had taken its part.</summary>
    CrashInFolding,

    /// <summary>The grain's state is stored and the answer lost.</summary>
    LoseAnAnswer,

    /// <summary>The grain's state is not stored.</summary>
    FailAWrite,

    Restart,
}
