namespace ResultsGrid.Grains.Release;

/// <summary>Where a series stands on its way out, by its approved schedule alone.</summary>
public enum ReleaseState
{
    Embargoed,
    Restricted,
    Released,
}
