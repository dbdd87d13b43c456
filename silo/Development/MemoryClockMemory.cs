using ResultsGrid.Grains.Release;

namespace ResultsGrid.Silo.Development;

/// <summary>Keeps the highest moment for this process only: what it is compared with after a restart is the documents' storage's own date.</summary>
internal sealed class MemoryClockMemory : IClockMemory
{
    private DateTimeOffset? kept;

    public DateTimeOffset? Read() => kept;

    public void Write(DateTimeOffset highWater) => kept = highWater;
}
