namespace ResultsGrid.Awarding.Uniform;

/// <summary>From which raw mark a unit earns its most uniform marks. Sources disagree (domain 4.2), so it is data.</summary>
public abstract record CapMark
{
    private CapMark()
    {
    }

    /// <summary>By the published rule of the unit's level: AS and A2 have one, other units have no cap.</summary>
    public sealed record ByRule : CapMark;

    /// <summary>Only the paper's maximum earns the maximum uniform mark.</summary>
    public sealed record None : CapMark;

    /// <summary>This raw mark and every higher one.</summary>
    public sealed record At(int Mark) : CapMark;
}
