using System.Net;
using System.Net.Sockets;

namespace ResultsGrid.LoadTests.Clusters;

/// <summary>Stands between nodes and a storage on this machine, and can keep the two apart.</summary>
public sealed class StorageRelay : IDisposable
{
    private const int BlockBytes = 64 * 1024;

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource over = new();
    private readonly IPEndPoint storage;
    private TaskCompletionSource flows = Flowing();

    public StorageRelay(IPEndPoint storage)
    {
        this.storage = storage;
        listener.Start();
        _ = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>From now on nothing passes, either way: connections stand still, as with a storage that hangs.</summary>
    public void Stall() => flows = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What was held passes.</summary>
    public void Resume() => flows.TrySetResult();

    public void Dispose()
    {
        over.Cancel();
        flows.TrySetResult();
        listener.Dispose();
        over.Dispose();
    }

    private static TaskCompletionSource Flowing()
    {
        var flowing = new TaskCompletionSource();
        flowing.SetResult();
        return flowing;
    }

    private async Task Accept()
    {
        try
        {
            while (true) _ = Relay(await listener.AcceptTcpClientAsync(over.Token));
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The drill is over.
        }
    }

    private async Task Relay(TcpClient node)
    {
        using (node)
        using (var there = new TcpClient { NoDelay = true })
        {
            try
            {
                node.NoDelay = true;
                await there.ConnectAsync(storage, over.Token);
                await Task.WhenAny(Pass(node.GetStream(), there.GetStream()), Pass(there.GetStream(), node.GetStream()));
            }
            catch (Exception broken) when (broken is OperationCanceledException or IOException or SocketException)
            {
                // One side has hung up, and so hears the other.
            }
        }
    }

    private async Task Pass(NetworkStream from, NetworkStream to)
    {
        var block = new byte[BlockBytes];
        int read;
        while ((read = await from.ReadAsync(block, over.Token)) > 0)
        {
            await flows.Task;
            await to.WriteAsync(block.AsMemory(0, read), over.Token);
        }
    }
}
