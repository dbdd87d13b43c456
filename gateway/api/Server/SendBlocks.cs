using System.Buffers;
using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections;

namespace ResultsGrid.Gateway.Api.Server;

/// <summary>The memory that connections read into and write from, in blocks of 16 KB rather than Kestrel's 4: a document is copied and sent in a few pieces.</summary>
/// <remarks>A connection that waits holds none. What the busiest moment took is kept up to a bound, pinned where the collector doesn't move it.</remarks>
public sealed class SendBlocks : IMemoryPoolFactory<byte>
{
    private const int BlockBytes = 16 * 1024;

    /// <summary>A connection that sends holds four of them: with 24 GB, this is enough for 6,000 at once.</summary>
    private static readonly long MaxKept = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 64 / BlockBytes;

    public MemoryPool<byte> Create(MemoryPoolOptions? options = null) => new Pool();

    private sealed class Pool : MemoryPool<byte>
    {
        private readonly ConcurrentQueue<Block> free = new();
        private int kept;

        public override int MaxBufferSize => BlockBytes;

        public override IMemoryOwner<byte> Rent(int minBufferSize = -1)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(minBufferSize, BlockBytes);
            if (!free.TryDequeue(out var block)) return new Block(this);
            Interlocked.Decrement(ref kept);
            block.IsLent = true;
            return block;
        }

        public void Return(Block block)
        {
            if (Interlocked.Increment(ref kept) <= MaxKept) free.Enqueue(block);
            else Interlocked.Decrement(ref kept);
        }

        protected override void Dispose(bool disposing)
        {
            // The blocks are the collector's.
        }
    }

    private sealed class Block(Pool pool) : IMemoryOwner<byte>
    {
        private readonly byte[] bytes = GC.AllocateUninitializedArray<byte>(BlockBytes, pinned: true);

        public bool IsLent { get; set; } = true;

        public Memory<byte> Memory => bytes;

        public void Dispose()
        {
            // A second return would lend the same memory to two connections: one centre's bytes to another.
            if (!IsLent) return;
            IsLent = false;
            pool.Return(this);
        }
    }
}
