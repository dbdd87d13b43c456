using System.Runtime.CompilerServices;
using ResultsGrid.Gateway.Server;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Gateway.HotPath;

/// <summary>To be awaited: what follows runs on one thread that all connections share who don't wait for answers, and that gives way to those that serve everybody else.</summary>
/// <remarks>What is answered from memory alone (304) comes with what the others leave of the processors, in turn; a document waits for the ledger, and is sent by its threads.</remarks>
public sealed class LastInTurn : IDisposable
{
    private readonly OwnThreads thread = QuietThreads.Start("last in turn", 1);

    /// <summary>The thread's task for whoever comes next; nothing is done at once.</summary>
    internal Hop GetAwaiter() => new(thread);

    public void Dispose() => thread.Dispose();

    internal readonly struct Hop(OwnThreads thread) : ICriticalNotifyCompletion
    {
        public bool IsCompleted => false;

        public void GetResult()
        {
            // Nothing is waited for.
        }

        public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

        public void UnsafeOnCompleted(Action continuation)
        {
            // While the process ends any thread will do.
            if (!thread.TryPost(continuation)) ThreadPool.UnsafeQueueUserWorkItem(static turn => turn(), continuation, preferLocal: false);
        }
    }
}
