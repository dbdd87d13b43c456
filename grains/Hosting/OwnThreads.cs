using System.Collections.Concurrent;

namespace ResultsGrid.Grains.Hosting;

/// <summary>A few threads for work that waits or computes for long: it neither holds threads of the shared pool nor waits behind what is queued there.</summary>
public sealed class OwnThreads : IDisposable
{
    private readonly BlockingCollection<Action> waiting = [];

    /// <param name="begin">What each thread does before its first work.</param>
    public OwnThreads(string name, int count, Action? begin = null)
    {
        for (var number = 1; number <= count; number++) new Thread(() => Run(begin)) { Name = $"{name} {number}", IsBackground = true }.Start();
    }

    /// <summary>Completes with the work's result or fault. What follows its await does not run on these threads.</summary>
    public Task<T> Run<T>(Func<T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.Add(() =>
        {
            try
            {
                done.SetResult(work());
            }
            catch (Exception fault)
            {
                done.SetException(fault);
            }
        });
        return done.Task;
    }

    /// <summary>Runs it behind what waits already. False: the threads are ending, and it will not run.</summary>
    /// <param name="work">Throws nothing.</param>
    public bool TryPost(Action work)
    {
        try
        {
            waiting.Add(work);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The threads end when what waits is done.</summary>
    public void Dispose() => waiting.CompleteAdding();

    private void Run(Action? begin)
    {
        begin?.Invoke();
        foreach (var work in waiting.GetConsumingEnumerable()) work();
    }
}
