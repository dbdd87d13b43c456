using System.Net.Sockets;
using ResultsGrid.Storage;
using ResultsGrid.Storage.Azure;

namespace ResultsGrid.Gateway.Nodes;

/// <summary>Azurite, the storage emulator, which a node without configuration is kept in.</summary>
internal static class Emulator
{
    private const int BlobPort = 10000;
    private const int TablePort = 10002;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <exception cref="IOException">The node is to be kept in Azurite at its usual address, and nobody answers there; the message says how to start it.</exception>
    public static async Task RefuseMissing(INodeStorage storage, CancellationToken cancellation)
    {
        if (storage is not AzureStorage { IsEmulator: true }) return;
        foreach (var port in new[] { BlobPort, TablePort })
        {
            using var socket = new TcpClient();
            try
            {
                await socket.ConnectAsync("127.0.0.1", port, cancellation).AsTask().WaitAsync(Patience, cancellation);
            }
            catch (Exception fault) when (fault is SocketException or TimeoutException)
            {
                throw new IOException(
                    $"the storage is Azurite, as it is where no other account is named, and nothing answers at 127.0.0.1:{port}. Start one, which keeps everything in memory, with deploy/azurite; or name an account: {StorageSettings.Section}:ConnectionString, or {StorageSettings.Section}:BlobUri and {StorageSettings.Section}:TableUri.");
            }
        }
    }
}
