using System.Collections.Concurrent;
using System.Reflection;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Tests.Jobs;

/// <summary>A host's grains, of which calls are lost as with their nodes: the first to a method is not begun, the second is done and its answer lost.</summary>
public sealed class LossyGrains
{
    private readonly ConcurrentDictionary<string, int> calls = new(StringComparer.Ordinal);
    private volatile HashSet<string> losing = [];

    public LossyGrains(IGrainFactory grains)
    {
        Factory = DispatchProxy.Create<IGrainFactory, Lossy>();
        ((Lossy)(object)Factory).To(grains, this);
    }

    public IGrainFactory Factory { get; }

    /// <summary>The methods that were called more often than they were lost.</summary>
    public IEnumerable<string> Survived => calls.Where(one => one.Value > 2).Select(one => one.Key);

    /// <summary>From now on these, and no others.</summary>
    public void Lose(params string[] methods)
    {
        calls.Clear();
        losing = methods.ToHashSet(StringComparer.Ordinal);
    }

    private object? Call(MethodInfo method, Func<object?> call)
    {
        if (!losing.Contains(method.Name)) return call();
        return calls.AddOrUpdate(method.Name, 1, (_, before) => before + 1) switch
        {
            1 => Lost(method, null, new OverloadedException($"{method.Name} was not begun.")),
            2 => Lost(method, (Task)call()!, new TimeoutException($"{method.Name} was lost.")),
            _ => call(),
        };
    }

    private static object Lost(MethodInfo method, Task? done, Exception fault)
    {
        var result = method.ReturnType.GenericTypeArguments.SingleOrDefault() ?? typeof(bool);
        return typeof(LossyGrains).GetMethod(nameof(Lose), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(result).Invoke(null, [done, fault])!;
    }

    private static async Task<T> Lose<T>(Task? done, Exception fault)
    {
        if (done is not null) await done;
        throw fault;
    }

    /// <summary>The factory, and each grain that comes from it.</summary>
    public class Lossy : DispatchProxy
    {
        private object target = null!;
        private LossyGrains grains = null!;

        internal void To(object real, LossyGrains lossy) => (target, grains) = (real, lossy);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            var method = targetMethod!;
            if (target is not IGrainFactory) return grains.Call(method, () => method.Invoke(target, args));
            var lossy = Create(method.ReturnType, typeof(Lossy));
            ((Lossy)lossy).To(method.Invoke(target, args)!, grains);
            return lossy;
        }
    }
}
