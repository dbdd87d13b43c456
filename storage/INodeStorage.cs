using Microsoft.Extensions.DependencyInjection;

namespace ResultsGrid.Storage;

/// <summary>What a node keeps everything in: grains' states, documents, download ledger, the clock's memory, and how nodes find each other.</summary>
public interface INodeStorage
{
    /// <summary>Other nodes may use it at the same time: then there is a cluster, and leases.</summary>
    bool IsShared { get; }

    /// <summary>For the line that a node prints; no secret is in it.</summary>
    string Description { get; }

    /// <summary>All that must be there before the silo starts, and go after it.</summary>
    void AddServices(IServiceCollection services);

    /// <summary>Membership and the storage of grains' states.</summary>
    void Configure(ISiloBuilder silo);

    /// <summary>The download ledger, which asks grains as it starts and stops. On shared storage the host brings <see cref="Grains.Hosting.ILiveNodes"/>.</summary>
    void AddDownloadLedger(IServiceCollection services);
}
