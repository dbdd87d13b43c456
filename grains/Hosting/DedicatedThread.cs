using System.Threading.Channels;

namespace ResultsGrid.Grains.Hosting;

/// <summary>Runs asynchronous work on one thread of its own: also what follows an await comes back to it.</summary>
/// <remarks>For what is heavy and would starve the requests on the shared pool, such as rendering, and for what must not wait behind them.</remarks>
public sealed class DedicatedThread
{
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Thread thread;

    public DedicatedThread(string name, Func<Task> work)
    {
        thread = new Thread(() => Run(work)) { Name = name, IsBackground = true };
        thread.Start();
    }

    /// <summary>Ends with the work, and carries its fault.</summary>
    public Task Ended => ended.Task;

    private void Run(Func<Task> work)
    {
        var turns = new Turns();
        SynchronizationContext.SetSynchronizationContext(turns);
        var running = work();
        running.ContinueWith(_ => turns.End(), TaskScheduler.Default);
        turns.RunUntilEnd();
        if (running.IsFaulted) ended.SetException(running.Exception!.InnerExceptions);
        else ended.SetResult();
    }

    private sealed class Turns : SynchronizationContext
    {
        private readonly Channel<(SendOrPostCallback Turn, object? State)> queue = Channel.CreateUnbounded<(SendOrPostCallback Turn, object? State)>(new UnboundedChannelOptions { SingleReader = true });

        /// <summary>A continuation that comes after the work's end has nobody left to wait for it, and is dropped.</summary>
        public override void Post(SendOrPostCallback d, object? state) => queue.Writer.TryWrite((d, state));

        public void End() => queue.Writer.Complete();

        public void RunUntilEnd()
        {
            while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            {
                while (queue.Reader.TryRead(out var next)) next.Turn(next.State);
            }
        }
    }
}
