using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Orleans.Core;
using ResultsGrid.Embedded.Activations;
using ResultsGrid.Embedded.Calls;
using ResultsGrid.Embedded.Documents;
using ResultsGrid.Embedded.Downloads;
using ResultsGrid.Embedded.State;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Downloads;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Embedded;

/// <summary>Registers the one-process host.</summary>
public static class EmbeddedServices
{
    /// <summary>The grain classes of an assembly: its sealed classes behind an interface that extends IGrainWithStringKey.</summary>
    /// <exception cref="NotSupportedException">A class can't run on both hosts; the message says which and why.</exception>
    public static IServiceCollection AddEmbeddedGrains(this IServiceCollection services, EmbeddedOptions options, Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return services.AddEmbeddedGrains(options, [.. assembly.GetTypes().Where(GrainClass.IsGrainClass)]);
    }

    /// <summary>The given grain classes. Their store comes from <see cref="AddEmbeddedData"/>.</summary>
    /// <exception cref="NotSupportedException">A class can't run on both hosts; the message says which and why.</exception>
    public static IServiceCollection AddEmbeddedGrains(this IServiceCollection services, EmbeddedOptions options, params Type[] grainClasses)
    {
        ArgumentNullException.ThrowIfNull(options);
        var classes = new GrainClasses(grainClasses, options.RoundTripContracts);

        services.TryAddSingleton(TimeProvider.System);
        services.AddLogging();
        services.AddSingleton(provider => new ActivationTable(
            options,
            provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ActivationTable>>()));
        services.AddSingleton(provider => new EmbeddedGrains(classes, provider.GetRequiredService<ActivationTable>()));
        services.AddSingleton<IGrainFactory>(provider => provider.GetRequiredService<EmbeddedGrains>());
        services.AddSingleton<StateListeners>();
        services.AddSingleton<IStateChanges>(provider => provider.GetRequiredService<StateListeners>());
        services.AddSingleton<IServingLease, SoleGateway>();
        services.AddScoped<ActivationScope>();
        services.AddScoped(provider => provider.GetRequiredService<ActivationScope>().Key);
        services.AddScoped<IActivation>(provider => provider.GetRequiredService<ActivationScope>().Activation);
        services.AddScoped(typeof(IStorage<>), typeof(GrainState<>));
        return services;
    }

    /// <summary>State in SQLite and documents in a folder, both below <paramref name="path"/>, which is locked against a second process.</summary>
    public static IServiceCollection AddEmbeddedData(this IServiceCollection services, string path)
    {
        services.AddSingleton(_ => DataFolder.Open(path));
        services.AddLogging();
        services.AddSingleton<StorageHealth>();
        services.AddSingleton<IStorageHealth>(provider => provider.GetRequiredService<StorageHealth>());
        services.AddSingleton<IStateStore>(provider => SqliteStateStore.Open(
            provider.GetRequiredService<DataFolder>().ExistingOrNewStateFile(), provider.GetRequiredService<StorageHealth>()));
        services.AddSingleton<IDocumentStore>(provider => FolderDocumentStore.Open(
            provider.GetRequiredService<DataFolder>().DocumentsFolder, provider.GetRequiredService<StorageHealth>()));
        return services;
    }

    /// <summary>The download ledger below the same path; it folds into the Results grains.</summary>
    public static IServiceCollection AddEmbeddedDownloads(this IServiceCollection services)
    {
        services.AddSingleton<DownloadFolding>();
        services.AddSingleton(provider => FileDownloadLedger.Open(
            provider.GetRequiredService<DataFolder>().DownloadsFolder,
            provider.GetRequiredService<DownloadFolding>(),
            provider.GetRequiredService<StorageHealth>(),
            provider.GetRequiredService<ILogger<FileDownloadLedger>>()));
        services.AddSingleton<IDownloadLedger>(provider => provider.GetRequiredService<FileDownloadLedger>());
        return services;
    }
}
