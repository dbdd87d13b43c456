using System.Buffers;

namespace ResultsGrid.LoadTests.Wire;

/// <summary>Bytes that came and are not taken yet. It is rented only while there are any, or some are awaited: idle connections hold none.</summary>
internal sealed class WireBuffer(Stream stream) : IDisposable
{
    private byte[] rented = [];
    private int start;
    private int end;

    public ReadOnlyMemory<byte> Waiting => rented.AsMemory(start, end - start);

    public bool IsEmpty => start == end;

    public void Take(int bytes) => start += bytes;

    /// <summary>Waits for more bytes behind those that wait.</summary>
    /// <returns>False where the server has closed.</returns>
    /// <exception cref="WireException">What waits fills the buffer already.</exception>
    public async ValueTask<bool> Fill(CancellationToken cancellation)
    {
        MakeRoom();
        var read = await stream.ReadAsync(rented.AsMemory(end), cancellation);
        end += read;
        return read > 0;
    }

    /// <summary>Gives the buffer back if nothing waits in it.</summary>
    public void Release()
    {
        if (!IsEmpty || rented.Length == 0) return;
        ArrayPool<byte>.Shared.Return(rented);
        (rented, start, end) = ([], 0, 0);
    }

    public void Dispose()
    {
        start = end;
        Release();
    }

    private void MakeRoom()
    {
        if (rented.Length == 0) rented = ArrayPool<byte>.Shared.Rent(WireLimits.BufferBytes);
        if (IsEmpty) start = end = 0;
        if (end < rented.Length) return;
        if (start == 0) throw new WireException(WireFault.TooLarge, $"A line or head of more than {rented.Length} bytes.");
        rented.AsSpan(start, end - start).CopyTo(rented);
        (start, end) = (0, end - start);
    }
}
