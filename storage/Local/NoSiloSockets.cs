using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;

namespace ResultsGrid.Storage.Local;

/// <summary>A silo that listens for no other silo and no client: whoever could connect could call grains past the release decision.</summary>
internal static class NoSiloSockets
{
    /// <summary>Orleans' keys for its listeners are not public, so every keyed listener factory is replaced; the web server's has no key.</summary>
    public static ISiloBuilder UseNoSiloSockets(this ISiloBuilder silo)
    {
        var services = silo.Services;
        for (var place = 0; place < services.Count; place++)
        {
            if (services[place] is { IsKeyedService: true } listeners && listeners.ServiceType == typeof(IConnectionListenerFactory))
                services[place] = ServiceDescriptor.KeyedSingleton<IConnectionListenerFactory, NeverListening>(listeners.ServiceKey);
        }

        return silo;
    }

    private sealed class NeverListening : IConnectionListenerFactory
    {
        public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) => new(new Listener(endpoint));

        private sealed class Listener(EndPoint endpoint) : IConnectionListener
        {
            private readonly TaskCompletionSource<ConnectionContext?> unbound = new(TaskCreationOptions.RunContinuationsAsynchronously);

            public EndPoint EndPoint => endpoint;

            /// <summary>Null once it is unbound; nobody connects before.</summary>
            public ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default) => new(unbound.Task.WaitAsync(cancellationToken));

            public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
            {
                unbound.TrySetResult(null);
                return ValueTask.CompletedTask;
            }

            public ValueTask DisposeAsync() => UnbindAsync();
        }
    }
}
