using Microsoft.Extensions.Logging.Abstractions;
using ResultsGrid.Gateway.Snapshots;
using ResultsGrid.Storage.Azure.Epochs;

namespace ResultsGrid.Tests.Epochs;

/// <summary>A silo and gateway in one simulated process: the real epochs, follower and snapshots.</summary>
internal sealed class ModelNode
{
    private readonly Dictionary<string, TallyActivation> active = [];
    private readonly Dictionary<string, Task> starting = [];
    private readonly SeededSchedule schedule;
    private readonly StorageServer store;
    private readonly Flaw flaw;
    private readonly Snapshots<object> snapshots;
    private readonly Func<string, ModelNode> locate;

    /// <param name="locate">Where a grain's calls go.</param>
    public ModelNode(SeededSchedule schedule, StorageServer store, Func<string, ModelNode> locate, Flaw flaw)
    {
        (this.schedule, this.store, this.locate, this.flaw) = (schedule, store, locate, flaw);
        Thread = schedule.NewThread();
        Log = new RemoteLog(store, schedule.Clock);
        Epochs = new(schedule.Clock);
        snapshots = new(async key => await Call(key, async (node, place) => (object)await node.Value(place)), maxKept: 100, Thread);
        Epochs.Subscribe<TallyState>(snapshots.Drop);
        Epochs.SubscribeToGaps(snapshots.DropAll);
        var follower = new EpochFollower(Epochs, Log, schedule.Clock, NullLogger<EpochFollower>.Instance);
        _ = Thread.Run(() => follower.Run(CancellationToken.None));
    }

    public NodeThread Thread { get; }

    public RemoteLog Log { get; }

    public ResultsGrid.Storage.Azure.Epochs.Epochs Epochs { get; }

    /// <summary>What a client of this gateway reads.</summary>
    public Task<int> Read(string key) => Thread.Run(async () =>
    {
        Serve();
        return (int)await snapshots.Get(key);
    });

    /// <summary>A change that a client of this gateway makes; acknowledged when it ends.</summary>
    public Task Raise(string key, int to) => Thread.Run(async () =>
    {
        Serve();
        await Call(key, async (node, place) =>
        {
            await node.Raised(place, to);
            return to;
        });
        if (flaw != Flaw.AcknowledgesAtOnce) await Epochs.ShownEverywhere(CancellationToken.None);
    });

    /// <summary>The grain leaves this node in order.</summary>
    public void Deactivate(string key)
    {
        if (active.Remove(key, out var leaving)) leaving.End();
    }

    private void Serve()
    {
        if (!Epochs.IsHeld && flaw != Flaw.ServesWithoutLease) throw new IOException("503");
    }

    private async Task<T> Call<T>(string key, Func<ModelNode, string, Task<T>> call)
    {
        await schedule.Delay(3);
        var target = locate(key);
        var answer = await target.Thread.Run(() => call(target, key)).WaitAsync(TimeSpan.FromSeconds(3), schedule.Clock);
        await schedule.Delay(3);
        return answer;
    }

    private async Task<int> Value(string key)
    {
        var grain = await Activation(key);
        BeginCall(grain);
        return grain.Value;
    }

    private async Task Raised(string key, int to)
    {
        var grain = await Activation(key);
        await grain.Raise(to, () => BeginCall(grain));
    }

    private void BeginCall(TallyActivation grain)
    {
        if (grain.IsOver) throw new IOException("The activation is over.");
        if (!Epochs.IsHeld && flaw is not (Flaw.AnswersGrainCallsWithoutLease or Flaw.ServesWithoutLease)) throw new IOException("This node is out of touch.");
    }

    private async Task<TallyActivation> Activation(string key)
    {
        if (active.TryGetValue(key, out var here) && here.IsOver) Deactivate(key);
        if (active.TryGetValue(key, out var grain))
        {
            await starting[key];
            return grain;
        }

        var made = active[key] = new TallyActivation(key, store, Epochs, flaw);
        try
        {
            await (starting[key] = made.Start());
        }
        catch (Exception)
        {
            if (active.GetValueOrDefault(key) == made) Deactivate(key);
            throw;
        }

        return made;
    }
}
