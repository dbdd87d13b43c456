namespace ResultsGrid.LoadTests.Clusters;

/// <summary>A cluster on this machine, and what is done to it.</summary>
/// <param name="Node">The node's assembly.</param>
/// <param name="Storage">A connection string of an emulated account on this machine, with its BlobEndpoint and TableEndpoint.</param>
/// <param name="Centres">Of the series that is published first, and downloaded.</param>
/// <param name="Candidates">Of all its centres together.</param>
/// <param name="PerSecond">Downloads that are asked for in a second, whatever becomes of them.</param>
/// <param name="Load">How long they are asked for, around each blow.</param>
/// <param name="Outage">How long the storage does not answer.</param>
public sealed record ClusterPlan(
    string Node, string Storage, int Nodes, int Centres, int Candidates, double PerSecond, TimeSpan Load, TimeSpan Outage, int Seed)
{
    /// <summary>Of a second series, published while the first is downloaded; 0: there is none.</summary>
    public int CentresAtWork { get; init; }

    /// <summary>Threads of each node for loads, awards and publications; null: as many as it takes by itself.</summary>
    public int? WorkThreads { get; init; }
}
