using ResultsGrid.Silo.State;

namespace ResultsGrid.Silo.Nodes;

/// <summary>A cluster of one that keeps its state in memory: for trying out.</summary>
public sealed class DevelopmentCluster : IClusterStorage
{
    public string Description => "a development cluster of one: state in memory, gone when it stops";

    public void Configure(ISiloBuilder silo)
    {
        ArgumentNullException.ThrowIfNull(silo);
        silo.UseDevelopmentClustering(primarySiloEndpoint: null).AddMemoryGrainStorage(StoredStates.ProviderName);
    }
}
