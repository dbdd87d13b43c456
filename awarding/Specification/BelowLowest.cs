namespace ResultsGrid.Awarding.Specification;

/// <summary>How a GCE unit converts below its lowest boundary (domain 4.2: published for one board, unknown for another, so data).</summary>
public enum BelowLowest
{
    /// <summary>One straight line from the lowest boundary to zero.</summary>
    DirectToZero,

    /// <summary>Through a notional N at 30 % of the uniform marks, as far below E as E is below D, then to zero.</summary>
    NotionalN,
}
