using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using ResultsGrid.Gateway.Callers;

namespace ResultsGrid.Gateway.Server;

/// <summary>The web server under the API, the same in every executable.</summary>
public static class ServerSetUp
{
    /// <summary>The host's own arguments: watching settings files for changes would watch every document that is written below the current folder.</summary>
    public static string[] HostArguments { get; } = ["--hostBuilder:reloadConfigOnChange=false"];

    /// <param name="urls">Where to listen; several are separated by semicolons.</param>
    public static WebApplicationBuilder AddResultsGridServer(this WebApplicationBuilder builder, string urls)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.WebHost.UseUrls(urls);
        builder.WebHost.ConfigureKestrel(ServerLimits.Apply);
        // One queue less on the way in and one on the way out: what is answered from memory needs neither, and all else goes to the thread pool (SocketThreads).
        builder.WebHost.UseSockets(sockets =>
        {
            sockets.UnsafePreferInlineScheduling = true;
            sockets.CreateBoundListenSocket = ListenSockets.Bind;
            sockets.Backlog = ListenSockets.Backlog;
        });
        builder.Services.AddSingleton<IConnectionListenerFactory>(services => new PoolDoor(ActivatorUtilities.CreateInstance<SocketTransportFactory>(services)));
        builder.Services.AddSingleton<IMemoryPoolFactory<byte>, SendBlocks>();
        // Authentication would write a line for every request without good credentials: on the night, a flood.
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("ResultsGrid", LogLevel.Information)
            .AddFilter(typeof(CallerAuthentication).FullName, LogLevel.Warning)
            // It writes nothing at that level, but asked it would make an activity and a log scope for each request.
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        return builder;
    }
}
