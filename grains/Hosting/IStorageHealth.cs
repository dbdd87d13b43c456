namespace ResultsGrid.Grains.Hosting;

/// <summary>Whether this process's storage takes writes.</summary>
public interface IStorageHealth
{
    /// <summary>What it does not take, why and what to do; null while all is well.</summary>
    string? Trouble { get; }
}
