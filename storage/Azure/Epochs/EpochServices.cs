using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Storage.Azure.Epochs;

/// <summary>Has a cluster's gateways hear of every change.</summary>
public static class EpochServices
{
    /// <summary>What a node announces and hears, over an <see cref="IEpochLog"/> that the host registers.</summary>
    public static IServiceCollection AddEpochs(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddLogging();
        return services
            .AddSingleton<Epochs>()
            .AddSingleton<IStateChanges>(provider => provider.GetRequiredService<Epochs>())
            .AddSingleton<IServingLease>(provider => provider.GetRequiredService<Epochs>())
            .AddSingleton<IStateAnnouncer>(provider => provider.GetRequiredService<Epochs>())
            .AddHostedService<EpochFollower>();
    }
}
