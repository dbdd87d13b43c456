using Microsoft.Extensions.DependencyInjection;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Publication;

namespace ResultsGrid.Grains.Work;

/// <summary>What loads, awards and publishes series. The host brings <see cref="IGrainFactory"/>, <see cref="IDocumentStore"/> and the machine's clock.</summary>
public static class SeriesWorkServices
{
    public static IServiceCollection AddSeriesWork(this IServiceCollection services) => services
        .AddSingleton<ContentArchive>()
        .AddSingleton<SeriesJobs>()
        .AddSingleton<PackageCache>()
        .AddSingleton<LoadStage>()
        .AddSingleton<AwardStage>()
        .AddSingleton<StatisticsStage>()
        .AddSingleton<ManifestCheck>()
        .AddSingleton<CentreAssembler>()
        .AddSingleton<CentrePublisher>()
        .AddSingleton<CentreRepair>()
        .AddTransient<SeriesWork>();
}
