using System.Collections.Concurrent;

namespace ResultsGrid.Tests.Hosting;

/// <summary>Named gates at which grains stop until a test opens them, and the order in which things happened.</summary>
public sealed class Gates
{
    /// <summary>A real-time limit, so that a broken host fails the test instead of hanging it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, (TaskCompletionSource Reached, TaskCompletionSource Opened)> gates = new();
    private readonly ConcurrentQueue<string> happened = new();

    public IReadOnlyList<string> Happened => [.. happened];

    public void Note(string what) => happened.Enqueue(what);

    /// <summary>A grain arrives at the gate and waits until it is open.</summary>
    public Task Arrive(string gate)
    {
        Gate(gate).Reached.TrySetResult();
        return Gate(gate).Opened.Task;
    }

    /// <summary>Until a grain stands at the gate.</summary>
    public Task Reached(string gate) => Gate(gate).Reached.Task.WaitAsync(Patience);

    public bool HasReached(string gate) => Gate(gate).Reached.Task.IsCompleted;

    public void Open(string gate) => Gate(gate).Opened.TrySetResult();

    private (TaskCompletionSource Reached, TaskCompletionSource Opened) Gate(string name)
        => gates.GetOrAdd(name, _ => (new(TaskCreationOptions.RunContinuationsAsynchronously), new(TaskCreationOptions.RunContinuationsAsynchronously)));
}
