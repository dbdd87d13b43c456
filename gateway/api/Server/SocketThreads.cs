using Microsoft.AspNetCore.Builder;

namespace ResultsGrid.Gateway.Api.Server;

/// <summary>
/// Lets the threads that read the sockets answer documents from memory themselves, without waking another for each; all
/// else that a request needs is done on the thread pool, so that nothing that takes long holds up the other connections.
/// </summary>
public static class SocketThreads
{
    /// <summary>.NET reads it with the first socket of a process, and has no other switch for it.</summary>
    private const string Switch = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    /// <summary>Before the first socket of the process; later it changes nothing.</summary>
    public static void Serve() => Environment.SetEnvironmentVariable(Switch, Environment.GetEnvironmentVariable(Switch) ?? "1");

    /// <summary>What stands behind this in the pipeline runs on the thread pool, also after each await.</summary>
    public static WebApplication UseThreadPool(this WebApplication app)
    {
        app.Use(async (http, next) =>
        {
            await default(PoolHop);
            // The server goes on wherever this ends.
            await next(http).ConfigureAwait(false);
        });
        return app;
    }
}
