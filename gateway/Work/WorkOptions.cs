namespace ResultsGrid.Gateway.Work;

/// <summary>How much of a machine loads, awards and publications may take.</summary>
public sealed class WorkOptions
{
    /// <summary>Threads that work on series. Without being told, one core stays free for requests.</summary>
    public int Threads { get; set; } = Math.Max(1, Environment.ProcessorCount - 1);
}
