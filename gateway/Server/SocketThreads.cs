using System.Globalization;

namespace ResultsGrid.Gateway.Server;

/// <summary>
/// Lets the threads that read the sockets answer documents from memory themselves, without waking another for each; all
/// else that a request needs is done on the thread pool, so that nothing that takes long holds up the other connections.
/// </summary>
public static class SocketThreads
{
    /// <summary>.NET reads these with the first socket of a process, and has no other switch for them.</summary>
    private const string Inline = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    private const string Count = "DOTNET_SYSTEM_NET_SOCKETS_THREAD_COUNT";

    /// <summary>Before the first socket of the process; later it changes nothing.</summary>
    /// <remarks>Half as many threads as cores: they read and decide, while the ledger's threads send what is recorded. With one for each core they take turns on the same ones (docs/capacity.md).</remarks>
    public static void Serve()
    {
        Set(Inline, "1");
        Set(Count, Math.Max(1, Environment.ProcessorCount / 2).ToString(CultureInfo.InvariantCulture));
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

    /// <summary>Whoever starts the process may have set it otherwise.</summary>
    private static void Set(string name, string value) => Environment.SetEnvironmentVariable(name, Environment.GetEnvironmentVariable(name) ?? value);
}
