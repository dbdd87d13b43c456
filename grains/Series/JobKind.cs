namespace ResultsGrid.Grains.Series;

/// <summary>What an operator can set going for a series.</summary>
[GenerateSerializer, Alias("JobKind")]
public enum JobKind
{
    Load,
    Award,
    Publication,

    /// <summary>Looks whether every published document is still whole in the store, and rebuilds what is not.</summary>
    Check,
}
