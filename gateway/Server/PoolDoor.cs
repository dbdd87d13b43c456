using System.Net;
using Microsoft.AspNetCore.Connections;

namespace ResultsGrid.Gateway.Server;

/// <summary>Connections begin and end on the thread pool, whichever thread the socket's own news came on.</summary>
/// <remarks>Each takes some 30 to 50 us, twice: 5,000 that come or go together would keep the threads that read the sockets, which serve everybody else, for a sixth of a second.</remarks>
public sealed class PoolDoor(IConnectionListenerFactory sockets) : IConnectionListenerFactory
{
    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        new Listener(await sockets.BindAsync(endpoint, cancellationToken));

    /// <summary>The server closes and forgets a connection wherever this ends.</summary>
    public static ConnectionDelegate LetGo(ConnectionDelegate serve) => async connection =>
    {
        try
        {
            await serve(connection).ConfigureAwait(false);
        }
        finally
        {
            await default(PoolHop);
        }
    };

    private sealed class Listener(IConnectionListener sockets) : IConnectionListener
    {
        public EndPoint EndPoint => sockets.EndPoint;

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        {
            var connection = await sockets.AcceptAsync(cancellationToken).ConfigureAwait(false);
            // One that waits already is taken on the thread that asks: the next ones are asked for here too.
            await default(PoolHop);
            return connection;
        }

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default) => sockets.UnbindAsync(cancellationToken);

        public ValueTask DisposeAsync() => sockets.DisposeAsync();
    }
}
