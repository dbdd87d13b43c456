namespace ResultsGrid.Tests.Epochs;

/// <summary>Everything that one simulated process runs, a step at a time, when the schedule says so.</summary>
internal sealed class NodeThread(SeededSchedule schedule) : TaskScheduler
{
    private readonly List<Task> ready = [];
    private bool isDead;

    public DateTimeOffset PausedUntil { get; set; }

    public bool IsDead => isDead;

    public int Ready => isDead || schedule.Clock.GetUtcNow() < PausedUntil ? 0 : ready.Count;

    /// <summary>Nothing of it goes on, and nobody who waits for it hears of that.</summary>
    public void Kill()
    {
        isDead = true;
        ready.Clear();
    }

    public Task<T> Run<T>(Func<Task<T>> work)
        => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this).Unwrap();

    public Task Run(Func<Task> work)
        => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this).Unwrap();

    /// <summary>Any of those that are ready: on a thread pool, too, no order is promised.</summary>
    public void Step()
    {
        var at = schedule.Chance.Next(ready.Count);
        var task = ready[at];
        ready.RemoveAt(at);
        TryExecuteTask(task);
    }

    protected override void QueueTask(Task task)
    {
        if (!isDead) ready.Add(task);
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => ready;
}
