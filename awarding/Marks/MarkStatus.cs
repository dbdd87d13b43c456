namespace ResultsGrid.Awarding.Marks;

/// <summary>What is known of a candidate's work in one assessment. They are different things and print differently (domain 4.7).</summary>
public enum MarkStatus
{
    /// <summary>A mark was given.</summary>
    Marked,

    /// <summary>The candidate was absent: no mark. In an award the missing part counts zero and the award shows #.</summary>
    Absent,

    /// <summary>A mark was given, but part of the work is missing: the result shows #.</summary>
    PartlyAbsent,

    /// <summary>Not final when the results were made, or malpractice pending: Q.</summary>
    Pending,

    /// <summary>The script is not available, or the board gives no result: X.</summary>
    NoResult,
}
