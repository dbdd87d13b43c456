using System.Buffers;
using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections;

namespace ResultsGrid.Gateway.Server;

/// <summary>The memory that connections read into and write from, in blocks of 16 KB rather than Kestrel's 4: a document is copied and sent in a few pieces.</summary>
/// <remarks>A connection that waits holds none. What the busiest moment took is kept up to a bound, pinned where the collector doesn't move it.</remarks>
public sealed class SendBlocks : IMemoryPoolFactory<byte>
{
    private const int BlockBytes = 16 * 1024;
    private const int LeastKept = 32 * 1024 * 1024 / BlockBytes;
    private const int MostKept = 512 * 1024 * 1024 / BlockBytes;

    /// <summary>A connection that sends holds four of them: 512 MB are enough for 8,000 at once.</summary>
    private static readonly long MaxKept = Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 32 / BlockBytes, LeastKept, MostKept);

    /// <summary>Kestrel makes a pool for each of its queues; what they keep is kept for all.</summary>
    private readonly ConcurrentQueue<Block> free = new();
    private int kept;

    public MemoryPool<byte> Create(MemoryPoolOptions? options = null) => new Pool(this);

    private Block Rent()
    {
        if (!free.TryDequeue(out var block)) return new Block(this);
        Interlocked.Decrement(ref kept);
        block.IsLent = true;
        return block;
    }

    private void Return(Block block)
    {
        if (Interlocked.Increment(ref kept) <= MaxKept) free.Enqueue(block);
        else Interlocked.Decrement(ref kept);
    }

    private sealed class Pool(SendBlocks blocks) : MemoryPool<byte>
    {
        public override int MaxBufferSize => BlockBytes;

        public override IMemoryOwner<byte> Rent(int minBufferSize = -1)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(minBufferSize, BlockBytes);
            return blocks.Rent();
        }

        protected override void Dispose(bool disposing)
        {
            // The blocks are the collector's.
        }
    }

    private sealed class Block(SendBlocks blocks) : IMemoryOwner<byte>
    {
        private readonly byte[] bytes = GC.AllocateUninitializedArray<byte>(BlockBytes, pinned: true);

        public bool IsLent { get; set; } = true;

        public Memory<byte> Memory => bytes;

        public void Dispose()
        {
            // A second return would lend the same memory to two connections: one centre's bytes to another.
            if (!IsLent) return;
            IsLent = false;
            blocks.Return(this);
        }
    }
}
