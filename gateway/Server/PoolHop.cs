using System.Runtime.CompilerServices;

namespace ResultsGrid.Gateway.Server;

/// <summary>To be awaited: what follows runs on the thread pool, and so does what follows its own awaits.</summary>
internal readonly struct PoolHop : ICriticalNotifyCompletion
{
    public bool IsCompleted => false;

    public PoolHop GetAwaiter() => this;

    public void GetResult()
    {
        // Nothing is waited for.
    }

    public void OnCompleted(Action continuation) => PoolContext.Instance.Run(continuation);

    public void UnsafeOnCompleted(Action continuation) => PoolContext.Instance.Run(continuation);
}
