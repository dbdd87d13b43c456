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

    /// <summary>Likewise; as many as there are cores where it is not set.</summary>
    private const string Count = "DOTNET_SYSTEM_NET_SOCKETS_THREAD_COUNT";

    /// <summary>
    /// Before the first socket of the process; later it changes nothing. They have half of a request's work, up to the ledger, whose threads do the rest:
    /// with a thread for each core both would sleep and wake more often for less (docs/capacity.md).
    /// </summary>
    /// <param name="threads">How many; half as many as cores where nothing is said.</param>
    public static void Serve(int? threads = null)
    {
        SetUnlessSet(Switch, "1");
        SetUnlessSet(Count, $"{threads ?? Math.Max(1, Environment.ProcessorCount / 2)}");
    }

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

    private static void SetUnlessSet(string name, string value) => Environment.SetEnvironmentVariable(name, Environment.GetEnvironmentVariable(name) ?? value);
}
