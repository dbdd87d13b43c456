using System.Reflection;
using Orleans.Configuration;
using Orleans.Core;
using Orleans.Serialization;
using Orleans.Serialization.Cloning;
using Orleans.Serialization.Configuration;
using Orleans.Serialization.Serializers;
using Orleans.Storage;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Silo.Calls;
using ResultsGrid.Silo.Leases;
using ResultsGrid.Silo.State;

namespace ResultsGrid.Silo.Hosting;

/// <summary>Runs plain grain classes on Orleans.</summary>
public static class GrainHosting
{
    /// <summary>What a grain is given (key, state, activation), the contracts' wire form, and the bounds.</summary>
    /// <remarks>The state's <see cref="IGrainStorage"/> is registered under <see cref="StoredStates.ProviderName"/>; <see cref="IStateAnnouncer"/> and <see cref="IServingLease"/> come with the cluster.</remarks>
    /// <param name="others">Assemblies of more grains than the service's own.</param>
    public static ISiloBuilder AddResultsGridGrains(this ISiloBuilder silo, GrainBounds bounds, params Assembly[] others)
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
        silo.Services
            .AddScoped(services => new GrainKey(services.GetRequiredService<IGrainContext>().GrainId.Key.ToString()!))
            .AddScoped<IActivation, GrainActivation>()
            .AddScoped(typeof(IStorage<>), typeof(StoredState<>))
            .AddSingleton<IIncomingGrainCallFilter, LeasedCalls>()
            .AddSingleton<IGrainStorageSerializer, ContractStateSerializer>()
            .AddContracts(others);
        return silo;
    }

    /// <summary>The contracts' wire form and the meaning of failed calls: also for a client of the cluster.</summary>
    public static IServiceCollection AddContracts(this IServiceCollection services, params Assembly[] others)
    {
        var contracts = new ContractTypes(others);
        services.AddSingleton<IOutgoingGrainCallFilter, CallFaults>();
        services.AddSingleton(contracts).AddSingleton<ContractCodec>();
        services.AddSingleton<IGeneralizedCodec>(provider => provider.GetRequiredService<ContractCodec>());
        services.AddSingleton<IGeneralizedCopier>(provider => provider.GetRequiredService<ContractCodec>());
        services.AddSingleton<ITypeFilter>(provider => provider.GetRequiredService<ContractCodec>());
        // Every node runs the same code: a fault crosses as what it is, with the storage's own inside it.
        services.Configure<ExceptionSerializationOptions>(exceptions => exceptions.SupportedExceptionTypeFilter = _ => true);
        services.Configure<TypeManifestOptions>(manifest =>
        {
            manifest.WellKnownTypeAliases[ContractCodec.Alias] = typeof(ContractCodec);
            foreach (var assembly in contracts.Assemblies) manifest.AddAllowedAssembly(assembly);
        });
        return services;
    }
}
