namespace ResultsGrid.Awarding.Specification;

/// <summary>Where a figure comes from. It is stored beside the figure and never lost.</summary>
public enum Provenance
{
    /// <summary>In the board's published tables.</summary>
    Published,

    /// <summary>Given by the board in the series' files.</summary>
    Given,

    /// <summary>Computed once at load by the rule of domain 4.2, then kept.</summary>
    Computed,

    /// <summary>A recollected or assumed figure that no source confirms, such as the 40 % terminal rule.</summary>
    Assumed,

    /// <summary>Made up, for demonstration or rehearsal.</summary>
    Invented,
}
