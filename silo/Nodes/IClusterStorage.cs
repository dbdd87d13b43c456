namespace ResultsGrid.Silo.Nodes;

/// <summary>Where the nodes of a cluster find each other and keep their grains' state.</summary>
public interface IClusterStorage
{
    /// <summary>For the line that a node prints; no secret is in it.</summary>
    string Description { get; }

    void Configure(ISiloBuilder silo);
}
