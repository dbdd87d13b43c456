using System.Collections.Concurrent;

namespace ResultsGrid.Storage.Local.State;

/// <summary>A few connections that read, beside the writer and each other.</summary>
internal sealed class StateReaders(string path) : IDisposable
{
    /// <summary>SQLite reads block their thread, so more connections than cores would only queue inside it.</summary>
    private static readonly int MaxConnections = Math.Clamp(Environment.ProcessorCount, 2, 8);

    private readonly SemaphoreSlim free = new(MaxConnections, MaxConnections);
    private readonly ConcurrentBag<StateReadConnection> idle = [];

    public async Task<StateRow?> Read(StateKey key)
    {
        await free.WaitAsync();
        try
        {
            if (!idle.TryTake(out var connection)) connection = new(path);
            StateRow? stored;
            try
            {
                stored = connection.Read(key);
            }
            catch
            {
                connection.Dispose();
                throw;
            }

            idle.Add(connection);
            return stored;
        }
        finally
        {
            free.Release();
        }
    }

    /// <summary>Waits for the reads under way.</summary>
    public void Dispose()
    {
        for (var count = 0; count < MaxConnections; count++) free.Wait();
        while (idle.TryTake(out var connection)) connection.Dispose();
        free.Dispose();
    }
}
