using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Configuration;
using Orleans.Serialization;
using Orleans.Storage;

namespace ResultsGrid.Grains.Hosting;

/// <summary>Has a silo run grains as this service promises.</summary>
public static class GrainHosting
{
    /// <summary>The state that grains are given, how contracts cross between nodes, what failed calls mean, and the bounds.</summary>
    /// <remarks>The states' <see cref="IGrainStorage"/> is registered under <see cref="StoredStates.ProviderName"/>; <see cref="IStateAnnouncer"/> and <see cref="IServingLease"/> come with the storage.</remarks>
    public static ISiloBuilder AddResultsGridGrains(this ISiloBuilder silo, GrainBounds bounds)
    {
        ArgumentNullException.ThrowIfNull(silo);
        ArgumentNullException.ThrowIfNull(bounds);
        silo.Configure<SiloMessagingOptions>(messaging =>
        {
            messaging.ResponseTimeout = bounds.CallTimeout;
            // Also what nodes ask each other, such as where a grain is: a dead node must not hold that up for the default 30 s.
            messaging.SystemResponseTimeout = bounds.CallTimeout;
            // Orleans refuses the call that finds more than the limit there, so one less is the same bound.
            messaging.MaxEnqueuedRequestsHardLimit = bounds.MaxCallsPerGrain - 1;
        });
        silo.Configure<GrainCollectionOptions>(collection =>
        {
            collection.CollectionAge = bounds.IdleAge;
            collection.CollectionQuantum = bounds.SweepInterval;
            // Orleans counts no activations; short of memory it lets go of those that nobody used lately.
            collection.EnableActivationSheddingOnMemoryPressure = true;
        });
        silo.Services.TryAddKeyedSingleton(Clocks.Service, TimeProvider.System);
        silo.Services
            .Replace(ServiceDescriptor.Singleton<IPersistentStateFactory, StoredStateFactory>())
            .AddSingleton<IIncomingGrainCallFilter, LeasedCalls>()
            .AddSingleton<IOutgoingGrainCallFilter, CallFaults>()
            .AddSingleton<IGrainStorageSerializer, StateSerializer>()
            .AddContracts()
            // Every node runs the same code: a fault crosses as what it is, with the storage's own inside it.
            .Configure<ExceptionSerializationOptions>(exceptions => exceptions.SupportedExceptionTypeFilter = _ => true);
        return silo;
    }
}
