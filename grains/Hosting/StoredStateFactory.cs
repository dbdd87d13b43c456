using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace ResultsGrid.Grains.Hosting;

/// <summary>Gives grains the state that keeps the service's promises, in the place of Orleans' own.</summary>
internal sealed class StoredStateFactory(IStateAnnouncer announcer) : IPersistentStateFactory
{
    public IPersistentState<TState> Create<TState>(IGrainContext context, IPersistentStateConfiguration config) => new StoredState<TState>(
        $"{context.GrainId.Type}/{config.StateName}",
        context,
        context.ActivationServices.GetRequiredKeyedService<IGrainStorage>(StoredStates.ProviderName),
        announcer);
}
