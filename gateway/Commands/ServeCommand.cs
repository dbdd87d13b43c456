using ResultsGrid.Gateway.Demonstrations;
using ResultsGrid.Gateway.Nodes;
using ResultsGrid.Gateway.Server;
using ResultsGrid.Storage.Local;

namespace ResultsGrid.Gateway.Commands;

/// <summary>Serves until stopped.</summary>
public static class ServeCommand
{
    /// <param name="adjust">Replaces services before the host is built: for a benchmark that takes a part out.</param>
    /// <returns>0 after a stop, 1 where the demonstration failed; the reason is on standard error.</returns>
    /// <exception cref="InvalidDataException">A demonstration was interrupted in storage that still holds it.</exception>
    public static async Task<int> Run(WebApplicationBuilder builder, NodeSettings settings, CancellationToken cancellation, Action<WebApplicationBuilder>? adjust = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        // A node of a cluster has other sockets beside the web server's, to other nodes and to the storage.
        if (!settings.Storage.IsShared) SocketThreads.Serve();
        if (settings is { DemonstrationReleaseIn: not null, Storage.IsShared: true }) Directory.CreateDirectory(settings.Data);
        await Emulator.RefuseMissing(settings.Storage, cancellation);
        await using var app = NodeHost.Build(builder, settings, adjust);
        // Behind the lock on a data folder, whose demonstration may be another process's that is making it. Other nodes of a cluster may start meanwhile.
        if (settings.DemonstrationReleaseIn is not null || !settings.Storage.IsShared) DemonstrationStore.RefuseUnfinished(settings.Data);
        var startAnew = settings.Storage is LocalStorage local ? $"Delete {local.Path} and start again." : "Empty the storage and start again.";
        return await Serving.UntilStopped(app, settings.Data, settings.DemonstrationReleaseIn, settings.Storage.Description, startAnew, cancellation);
    }
}
