using ResultsGrid.Tests.Clock;

namespace ResultsGrid.Tests.Epochs;

/// <summary>One thread on which a seed decides whose step is next and when time passes.</summary>
internal sealed class SeededSchedule(int seed)
{
    /// <summary>Of a hundred: time passes although somebody could go on.</summary>
    private const int Slowness = 8;
    private const int MaxStepMs = 16;

    private readonly List<NodeThread> threads = [];

    public Random Chance { get; } = new(seed);

    public FakeClock Clock { get; } = new();

    public NodeThread NewThread()
    {
        var thread = new NodeThread(this);
        threads.Add(thread);
        return thread;
    }

    public bool Happens(int ofAHundred) => Chance.Next(100) < ofAHundred;

    public Task Delay(int maxMs) => Task.Delay(TimeSpan.FromMilliseconds(Chance.Next(maxMs + 1)), Clock);

    /// <summary>Until the work has ended; its fault is thrown.</summary>
    /// <exception cref="TimeoutException">It does not end.</exception>
    public void Run(Task work, TimeSpan within)
    {
        var end = Clock.GetUtcNow() + within;
        while (!work.IsCompleted)
        {
            if (Clock.GetUtcNow() > end) throw new TimeoutException($"The run goes on after {within} of its time.");
            if (Happens(Slowness) || Next() is not { } thread) Clock.Advance(TimeSpan.FromMilliseconds(Chance.Next(1, MaxStepMs + 1)));
            else thread.Step();
        }

        work.GetAwaiter().GetResult();
    }

    private NodeThread? Next()
    {
        threads.RemoveAll(thread => thread.IsDead);
        var all = 0;
        foreach (var thread in threads) all += thread.Ready;
        if (all == 0) return null;
        var chosen = Chance.Next(all);
        foreach (var thread in threads)
        {
            if (chosen < thread.Ready) return thread;
            chosen -= thread.Ready;
        }

        return null;
    }
}
