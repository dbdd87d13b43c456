using ResultsGrid.Gateway;
using ResultsGrid.Gateway.Commands;
using ResultsGrid.Gateway.Demonstrations;
using ResultsGrid.Silo.Nodes;

namespace ResultsGrid.Silo.Commands;

/// <summary>Serves as one node until stopped.</summary>
internal static class ServeCommand
{
    /// <returns>0 after a stop, 1 where it could not start; the reason is on standard error.</returns>
    public static async Task<int> Run(
        SiloSettings settings,
        DemonstrationWish? demonstration,
        IReadOnlyList<KeyValuePair<string, string?>> commandLine,
        IReadOnlyList<Func<IConfiguration, IClusterStorage?>> storages,
        CancellationToken cancellation)
    {
        try
        {
            var builder = SiloHost.CreateBuilder(commandLine);
            var storage = StorageOf(builder.Configuration, storages);
            var isWished = demonstration switch { null => storage is DevelopmentCluster, var wish => wish == DemonstrationWish.Auto };
            if (isWished) PrepareFolder(settings.Data, storage);
            var release = isWished ? settings.DemonstrationReleaseIn : null;
            await using var app = SiloHost.Build(builder, settings, storage);
            return await Serving.UntilStopped(app, settings.Data, release, storage.Description, "Empty the storage and start again.", cancellation);
        }
        catch (Exception refusal) when (refusal is not OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"ResultsGrid can't start: {refusal.Message}");
            return 1;
        }
    }

    private static IClusterStorage StorageOf(IConfiguration configuration, IReadOnlyList<Func<IConfiguration, IClusterStorage?>> storages)
        => storages.Select(from => from(configuration)).OfType<IClusterStorage>().ToList() switch
        {
            [] => new DevelopmentCluster(),
            [var one] => one,
            var several => throw new ArgumentException($"The section {NodeOptions.Section} names several storages: {string.Join("; and ", several.Select(one => one.Description))}. Give one."),
        };

    /// <exception cref="InvalidDataException">A demonstration was interrupted in storage that still holds it.</exception>
    private static void PrepareFolder(string data, IClusterStorage storage)
    {
        if (storage is not DevelopmentCluster) DemonstrationStore.RefuseUnfinished(data);
        Directory.CreateDirectory(data);
    }
}
