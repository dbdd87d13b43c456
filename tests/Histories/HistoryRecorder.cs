using System.Collections.Concurrent;

namespace ResultsGrid.Tests.Histories;

/// <summary>Writes down what clients did, in an order that holds between them: a call is sent after everything that was answered before it.</summary>
public sealed class HistoryRecorder
{
    private readonly ConcurrentBag<Operation> operations = [];
    private readonly List<(long Count, TaskCompletionSource Reached)> waiting = [];
    private long moment;
    private long invoked;

    /// <summary>By the moment of sending.</summary>
    public IReadOnlyList<Operation> History => [.. operations.OrderBy(operation => operation.Invoked)];

    public long InvokedCount => Interlocked.Read(ref invoked);

    public async Task<string?> Record(int client, string action, string argument, Func<Task<string?>> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        var sent = Interlocked.Increment(ref moment);
        CountInvocation();
        var answer = await call();
        operations.Add(new Operation(client, action, argument, sent, answer is null ? long.MaxValue : Interlocked.Increment(ref moment), answer));
        return answer;
    }

    /// <summary>Ends when so many calls have been sent in all.</summary>
    public Task Invocations(long count)
    {
        lock (waiting)
        {
            if (InvokedCount >= count) return Task.CompletedTask;
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((count, reached));
            return reached.Task;
        }
    }

    private void CountInvocation()
    {
        lock (waiting)
        {
            invoked++;
            foreach (var (_, reached) in waiting.Where(one => one.Count <= invoked)) reached.TrySetResult();
            waiting.RemoveAll(one => one.Count <= invoked);
        }
    }
}
