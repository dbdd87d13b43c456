namespace ResultsGrid.Exchange.Edi;

/// <summary>What a candidate record's element code names.</summary>
public enum EdiElement
{
    /// <summary>A qualification certified; record type R5.</summary>
    Award,

    /// <summary>A unit entered; record type R6.</summary>
    Unit,
}
