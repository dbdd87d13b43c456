using Microsoft.Extensions.DependencyInjection;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Azure.Clocks;

/// <summary>Has all nodes keep the highest moment in the documents' container.</summary>
public static class BlobClockServices
{
    /// <summary>Belongs before the gateway's own services: the moment is read before anything is decided.</summary>
    public static IServiceCollection AddBlobClock(this IServiceCollection services) => services
        .AddSingleton<BlobClockMemory>()
        .AddSingleton<IClockMemory>(provider => provider.GetRequiredService<BlobClockMemory>())
        .AddHostedService(provider => provider.GetRequiredService<BlobClockMemory>());
}
