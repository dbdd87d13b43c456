namespace ResultsGrid.Exchange.Edi;

/// <summary>Where a field of the layout comes from. The public record layout of the real format was not to be had.</summary>
public enum EdiProvenance
{
    /// <summary>Place and meaning are published (domain 1.5).</summary>
    Published,

    /// <summary>That the format carries it, or the rule it keeps, is published; place and length are our own.</summary>
    RulePublished,

    /// <summary>Our own.</summary>
    Own,
}
