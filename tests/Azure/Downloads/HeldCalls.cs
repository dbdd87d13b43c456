using System.Reflection;
using ResultsGrid.Grains.Downloads;
using ResultsGrid.Grains.Results;

namespace ResultsGrid.Tests.Azure.Downloads;

/// <summary>A node's calls to the Results grains, whose batches a test may keep on their way.</summary>
public sealed class HeldCalls
{
    private readonly TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile TaskCompletionSource? hold;

    public HeldCalls(IGrainFactory grains)
    {
        Factory = DispatchProxy.Create<IGrainFactory, Held>();
        ((Held)(object)Factory).To(grains, this);
    }

    public IGrainFactory Factory { get; }

    public void Hold() => hold = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Release() => hold?.TrySetResult();

    /// <summary>Returns when a batch is on its way.</summary>
    public Task Arrived() => arrived.Task;

    private async Task<long> Fold(IResultsGrain grain, DownloadBatch batch)
    {
        if (hold is { } held)
        {
            arrived.TrySetResult();
            await held.Task;
        }

        return await grain.FoldDownloads(batch);
    }

    /// <summary>The factory, and each Results grain that comes from it.</summary>
    public class Held : DispatchProxy
    {
        private object target = null!;
        private HeldCalls calls = null!;

        internal void To(object real, HeldCalls held) => (target, calls) = (real, held);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (targetMethod!.Name == nameof(IResultsGrain.FoldDownloads)) return calls.Fold((IResultsGrain)target, (DownloadBatch)args![0]!);
            var result = targetMethod.Invoke(target, args);
            if (result is not IResultsGrain grain) return result;
            var held = Create<IResultsGrain, Held>();
            ((Held)(object)held).To(grain, calls);
            return held;
        }
    }
}
