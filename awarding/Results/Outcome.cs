namespace ResultsGrid.Awarding.Results;

/// <summary>What a unit or award comes to, beside its grade.</summary>
public enum Outcome
{
    /// <summary>A grade was given (U is a grade).</summary>
    Graded,

    /// <summary>X, printed "No Result".</summary>
    NoResult,

    /// <summary>Q, printed "Pending".</summary>
    Pending,

    /// <summary>A unit or component that the candidate did not sit: no grade of its own, # beside it, and 0 in any total.</summary>
    Absent,
}
