using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace ResultsGrid.Gateway.Api.SignIn;

/// <summary>A few threads that give way: beside a thread that serves, on the same core, they get a quarter.</summary>
internal sealed class QuietThreads : IDisposable
{
    private const int OfThisThread = 0;
    private const int Niceness = 5;

    private readonly BlockingCollection<Action> waiting = [];

    public QuietThreads(string name, int count)
    {
        for (var number = 1; number <= count; number++)
            new Thread(Run) { Name = $"{name} {number}", IsBackground = true, Priority = ThreadPriority.BelowNormal }.Start();
    }

    public Task<T> Run<T>(Func<T> work)
    {
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

    public void Dispose() => waiting.CompleteAdding();

    private void Run()
    {
        // On Linux .NET leaves every thread the same priority, whatever it was given.
        if (OperatingSystem.IsLinux()) _ = SetPriority(OfThisThread, 0, Niceness);
        foreach (var work in waiting.GetConsumingEnumerable()) work();
    }

    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, int who, int priority);
}
