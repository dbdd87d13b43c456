using ResultsGrid.Tests.Hosting;
using ResultsGrid.Tests.Hosting.Desk;
using EpochsOfNode = ResultsGrid.Storage.Azure.Epochs.Epochs;

namespace ResultsGrid.Tests.Cluster.Nodes;

/// <summary>One node of a pair.</summary>
public sealed class Node
{
    private readonly IServiceProvider services;
    private readonly Lock gate = new();
    private readonly List<(string Key, TaskCompletionSource Told)> waiting = [];

    public Node(IServiceProvider services)
    {
        this.services = services;
        Epochs.Subscribe<DeskState>(Hear);
    }

    public EpochsOfNode Epochs => services.GetRequiredService<EpochsOfNode>();

    public ReachableLog Log => services.GetRequiredService<ReachableLog>();

    public RefusedCalls Refused => services.GetRequiredService<RefusedCalls>();

    public IManagementGrain Management => services.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0);

    /// <summary>As called from this node; active on the other.</summary>
    public IDeskGrain Desk(string key = "10101") => services.GetRequiredService<IGrainFactory>().GetGrain<IDeskGrain>(key);

    /// <summary>Announces the desk as an activation on this node would, and returns when the other node has acted on it.</summary>
    public async Task AnnounceTo(Node other, string key)
    {
        ArgumentNullException.ThrowIfNull(other);
        await Epochs.Announce<DeskState>(key);
        // Whoever has heard this has heard what stands before it.
        var after = $"after {key}";
        var told = other.Told(after);
        await Epochs.Announce<DeskState>(after);
        await told.WaitAsync(Gates.Patience);
    }

    private Task Told(string key)
    {
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate) waiting.Add((key, told));
        return told.Task;
    }

    private void Hear(string key)
    {
        lock (gate)
        {
            foreach (var (_, told) in waiting.Where(one => one.Key == key)) told.TrySetResult();
        }
    }
}
