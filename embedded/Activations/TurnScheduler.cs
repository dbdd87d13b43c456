namespace ResultsGrid.Embedded.Activations;

/// <summary>Runs one activation's turns on the thread pool, one at a time and in order.</summary>
internal sealed class TurnScheduler : TaskScheduler, IThreadPoolWorkItem
{
    /// <summary>After so many turns in a row the thread goes back to the pool, so that a busy grain doesn't starve the others.</summary>
    private const int MaxTurnsInARow = 64;

    [ThreadStatic]
    private static TurnScheduler? running;

    private readonly Queue<Task> turns = new(1);
    private bool scheduled;

    public override int MaximumConcurrencyLevel => 1;

    void IThreadPoolWorkItem.Execute()
    {
        running = this;
        try
        {
            for (var count = 0; count < MaxTurnsInARow; count++)
            {
                Task turn;
                lock (turns)
                {
                    if (!turns.TryDequeue(out turn!))
                    {
                        scheduled = false;
                        return;
                    }
                }

                TryExecuteTask(turn);
            }
        }
        finally
        {
            running = null;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    protected override void QueueTask(Task task)
    {
        lock (turns)
        {
            turns.Enqueue(task);
            if (scheduled) return;
            scheduled = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
    }

    // Inside a turn of this activation, where it would run anyway; else it waits for its own.
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued)
        => !taskWasPreviouslyQueued && running == this && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (turns) return turns.ToArray();
    }
}
