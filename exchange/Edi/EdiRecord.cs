namespace ResultsGrid.Exchange.Edi;

/// <summary>The kinds of record in a results file, in the order they come.</summary>
public enum EdiRecord
{
    /// <summary>First record, once: whose file it is and what it needs. Type R1.</summary>
    Header,

    /// <summary>One result of one candidate. Type R5 for an award, R6 for a unit.</summary>
    Candidate,

    /// <summary>Last record, once: what must have arrived. Type R9.</summary>
    Trailer,
}
