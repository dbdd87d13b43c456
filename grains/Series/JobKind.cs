namespace ResultsGrid.Grains.Series;

/// <summary>What an operator can set going for a series.</summary>
public enum JobKind
{
    Load,
    Award,
    Publication,
}
