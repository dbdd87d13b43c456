using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Orleans.GrainDirectory;
using Orleans.Metadata;
using Orleans.Runtime.GrainDirectory;

namespace ResultsGrid.Tests.Cluster.Nodes;

/// <summary>A node's own directory of its desks, that it shares with nobody: a grain called from two nodes is active twice, as it is for a moment when directories disagree.</summary>
public sealed class OwnDirectory : IGrainDirectory, IGrainDirectoryResolver
{
    private readonly ConcurrentDictionary<GrainId, GrainAddress> active = new();

    public bool TryResolveGrainDirectory(GrainType grainType, GrainProperties? properties, [NotNullWhen(true)] out IGrainDirectory? grainDirectory)
    {
        grainDirectory = grainType.ToString() == "desk" ? this : null;
        return grainDirectory is not null;
    }

    public Task<GrainAddress?> Register(GrainAddress address) => Register(address, previousAddress: null);

    public Task<GrainAddress?> Register(GrainAddress address, GrainAddress? previousAddress)
    {
        ArgumentNullException.ThrowIfNull(address);
        return Task.FromResult<GrainAddress?>(active.AddOrUpdate(
            address.GrainId, address, (_, known) => previousAddress is not null && known.ActivationId == previousAddress.ActivationId ? address : known));
    }

    public Task Unregister(GrainAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (active.TryGetValue(address.GrainId, out var known) && known.ActivationId == address.ActivationId) active.TryRemove(new(address.GrainId, known));
        return Task.CompletedTask;
    }

    public Task<GrainAddress?> Lookup(GrainId grainId) => Task.FromResult(active.GetValueOrDefault(grainId));

    public Task UnregisterSilos(List<SiloAddress> siloAddresses) => Task.CompletedTask;
}
