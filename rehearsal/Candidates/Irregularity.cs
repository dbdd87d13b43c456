namespace ResultsGrid.Rehearsal.Candidates;

/// <summary>What may go out of the ordinary for a candidate in a subject; one thing at most, so that each result has one explanation.</summary>
internal enum Irregularity
{
    None,

    /// <summary>Hardly a mark: where U comes from.</summary>
    Unprepared,

    AbsentOnce,

    AbsentThroughout,

    PartlyAbsent,

    Pending,

    /// <summary>Entered, and no line in marks.csv.</summary>
    MarkMissing,

    NoResult,

    /// <summary>Special consideration: some raw marks more.</summary>
    Allowance,

    /// <summary>Special consideration: a unit missed, the grade decided without it.</summary>
    AbsentUnitGraded,

    /// <summary>Certified with a mandatory unit never taken.</summary>
    UnitMissing,

    /// <summary>Certified with too little taken in this series.</summary>
    TerminalRuleBroken,

    /// <summary>Units only.</summary>
    NotCertified,
}
