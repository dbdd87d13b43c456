namespace ResultsGrid.Grains.Release;

/// <summary>Keeps the highest moment decided by, over restarts.</summary>
public interface IClockMemory
{
    DateTimeOffset? Read();

    void Write(DateTimeOffset highWater);
}
