using System.Net;
using Orleans.Storage;
using ResultsGrid.Gateway.Nodes;
using ResultsGrid.Storage.States;

namespace ResultsGrid.ClusterTests.Proofs;

/// <summary>Nodes that meet at the first of them, and keep their states in the store that their services hold.</summary>
/// <param name="port">That the first node speaks to the others on.</param>
internal sealed class MeetingPlace(int port) : IClusterStorage
{
    public string Description => $"the nodes that meet at port {port}";

    public void Configure(ISiloBuilder silo)
    {
        silo.UseDevelopmentClustering(new IPEndPoint(IPAddress.Loopback, port));
        silo.Services.AddKeyedSingleton<IGrainStorage, StatesInStore>(StoredStates.ProviderName);
    }
}
