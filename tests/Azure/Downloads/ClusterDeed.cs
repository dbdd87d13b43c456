namespace ResultsGrid.Tests.Azure.Downloads;

public enum ClusterDeed
{
    /// <summary>One entry.</summary>
    Record,

    /// <summary>So many at once that they share appends.</summary>
    RecordMany,

    /// <summary>The next two appends get no answer, and come later or never.</summary>
    LoseAppends,

    /// <summary>The next append's answer is lost.</summary>
    LoseAnAnswer,

    /// <summary>What was late arrives.</summary>
    DeliverLate,

    /// <summary>A round: its own log folded, full blobs deleted.</summary>
    Fold,

    /// <summary>It looks for logs that are left.</summary>
    Look,

    /// <summary>The same, and it is killed in the middle.</summary>
    LookAndDie,

    Kill,

    /// <summary>The others take it for dead while it goes on.</summary>
    Pause,

    /// <summary>In order.</summary>
    Stop,

    /// <summary>A grain's state is stored and the answer lost, in its next fold.</summary>
    LoseAGrainsAnswer,

    /// <summary>A grain's state is not stored, in its next fold.</summary>
    FailAGrainsWrite,
}
