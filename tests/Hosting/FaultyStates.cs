using Orleans.Storage;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Tests.Hosting;

internal static class FaultyStates
{
    private const string Behind = "behind the faults";

    /// <summary>A silo's states in a storage that fails where a test asks for it.</summary>
    /// <param name="addStates">Adds a grain storage of a name.</param>
    public static void AddFaultyStates(this ISiloBuilder silo, StorageFaults faults, Action<ISiloBuilder, string> addStates)
    {
        addStates(silo, Behind);
        silo.Services.AddKeyedSingleton<IGrainStorage>(
            StoredStates.ProviderName, (services, _) => new FaultyGrainStorage(services.GetRequiredKeyedService<IGrainStorage>(Behind), faults));
    }
}
