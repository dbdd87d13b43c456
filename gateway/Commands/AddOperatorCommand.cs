using System.Net;
using System.Net.Sockets;
using ResultsGrid.Gateway.Nodes;

namespace ResultsGrid.Gateway.Commands;

/// <summary>Adds an operator of the board through a node that starts for it, serves nobody and does no other work, and stops.</summary>
internal static class AddOperatorCommand
{
    private const string NobodyKnows = "http://127.0.0.1:0";

    public static async Task<int> Run(WebApplicationBuilder builder, NodeSettings settings, string name, bool isEmergency, CancellationToken cancellation)
    {
        await Emulator.RefuseMissing(settings.Storage, cancellation);
        // Beside the node that runs on this machine, which would take a newcomer at its own port for itself, started anew, and end.
        if (settings.Storage.IsShared) builder.Configuration[NodeOptions.SiloPortKey] = $"{FreePort()}";
        await using var app = NodeHost.Build(builder, settings with { Urls = NobodyKnows, WorkThreads = 0 });
        await app.StartAsync(cancellation);
        try
        {
            return await NewOperator.Add(app.Services, name, isEmergency);
        }
        finally
        {
            // Whatever came of it: a node that only vanished would be waited for by the others.
            await app.StopAsync(CancellationToken.None);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Any, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
