using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Silo.Nodes;

/// <summary>A storage that other machines look after: it fails and mends without this process, so every request finds out by itself and nothing halts.</summary>
internal sealed class RemoteStorage : IStorageHealth
{
    public string? Trouble => null;
}
