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
        SiloSettings settings, DemonstrationWish? demonstration, WebApplicationBuilder builder, IClusterStorage storage, CancellationToken cancellation)
    {
        var isWished = demonstration switch { null => storage is DevelopmentCluster, var wish => wish == DemonstrationWish.Auto };
        if (isWished) PrepareFolder(settings.Data, storage);
        var release = isWished ? settings.DemonstrationReleaseIn : null;
        await using var app = SiloHost.Build(builder, settings, storage);
        return await Serving.UntilStopped(app, settings.Data, release, storage.Description, "Empty the storage and start again.", cancellation);
    }

    /// <exception cref="InvalidDataException">A demonstration was interrupted in storage that still holds it.</exception>
    private static void PrepareFolder(string data, IClusterStorage storage)
    {
        if (storage is not DevelopmentCluster) DemonstrationStore.RefuseUnfinished(data);
        Directory.CreateDirectory(data);
    }
}
