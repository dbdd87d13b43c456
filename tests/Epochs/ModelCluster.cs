using System.Globalization;
using ResultsGrid.Storage.Azure.Epochs;

namespace ResultsGrid.Tests.Epochs;

/// <summary>Nodes, clients, and everything that goes wrong, by one seed.</summary>
internal sealed class ModelCluster
{
    private const int Nodes = 3;
    private const int Clients = 6;
    private static readonly string[] Keys = ["10101", "20202"];
    private static readonly TimeSpan Trouble = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(4);

    private readonly SeededSchedule schedule;
    private readonly StorageServer store;
    private readonly Flaw flaw;
    private readonly NodeThread outside;
    private readonly ModelNode[] nodes;
    private readonly Dictionary<string, ModelNode> directory = [];
    private readonly Dictionary<string, (ModelNode Other, DateTimeOffset Until)> doubled = [];
    private readonly Dictionary<string, int> asked = Keys.ToDictionary(key => key, _ => 0);
    private readonly Dictionary<string, int> acknowledged = Keys.ToDictionary(key => key, _ => 0);
    private readonly DateTimeOffset start;

    public ModelCluster(int seed, Flaw flaw)
    {
        this.flaw = flaw;
        schedule = new SeededSchedule(seed);
        start = schedule.Clock.GetUtcNow();
        store = new StorageServer(schedule) { Lost = schedule.Chance.Next(4), Late = schedule.Chance.Next(6) };
        outside = schedule.NewThread();
        nodes = [.. Enumerable.Range(0, Nodes).Select(_ => NewNode())];
    }

    /// <summary>What was acknowledged and read in the run, for the record.</summary>
    public int Acknowledgements { get; private set; }

    public int Reads { get; private set; }

    /// <summary>What went wrong that must not; null if nothing.</summary>
    public string? Violation { get; private set; }

    private TimeSpan Now => schedule.Clock.GetUtcNow() - start;

    /// <returns><see cref="Violation"/>.</returns>
    public string? Run()
    {
        schedule.Run(outside.Run(async () =>
        {
            await Task.WhenAll([Disturb(), .. Enumerable.Range(0, Clients).Select(_ => Act())]);
            (store.Lost, store.Late) = (0, 0);
            doubled.Clear();
            foreach (var node in nodes) (node.Thread.PausedUntil, node.Log.CutUntil) = (default, default);
            await Task.Delay(Recovery, schedule.Clock);
            if (Violation is null) await Recover();
        }), within: TimeSpan.FromMinutes(2));
        return Violation;
    }

    private ModelNode NewNode() => new(schedule, store, Locate, flaw);

    private ModelNode Any() => nodes[schedule.Chance.Next(Nodes)];

    private DateTimeOffset In(int maxMs) => schedule.Clock.GetUtcNow() + TimeSpan.FromMilliseconds(schedule.Chance.Next(maxMs));

    private string AnyKey() => Keys[schedule.Chance.Next(Keys.Length)];

    private ModelNode Locate(string key)
    {
        if (doubled.TryGetValue(key, out var second) && schedule.Clock.GetUtcNow() < second.Until && schedule.Happens(50)) return second.Other;
        if (!directory.TryGetValue(key, out var node) || node.Thread.IsDead) node = directory[key] = Any();
        return node;
    }

    private async Task Act()
    {
        while (Now < Trouble && Violation is null)
        {
            await schedule.Delay(40);
            var key = AnyKey();
            if (schedule.Happens(75)) await Read(Any(), key);
            // Whoever was acknowledged looks at once, wherever they can.
            else if (await Raise(Any(), key)) await Task.WhenAll(nodes.Select(node => Read(node, key)));
        }
    }

    private async Task<bool> Read(ModelNode gateway, string key)
    {
        var least = acknowledged[key];
        var began = Now;
        try
        {
            var got = await gateway.Read(key).WaitAsync(TimeSpan.FromSeconds(4), schedule.Clock);
            Reads++;
            if (got < least) Violation ??= string.Create(CultureInfo.InvariantCulture, $"{key}: read {got} at {began.TotalMilliseconds} ms after {least} was acknowledged");
            return got >= least;
        }
        catch (Exception fault) when (fault is IOException or TimeoutException)
        {
            return false;
        }
    }

    private async Task<bool> Raise(ModelNode gateway, string key)
    {
        // A client that was not answered asks for the same again.
        var to = schedule.Happens(40) && asked[key] > acknowledged[key] ? asked[key] : ++asked[key];
        try
        {
            await gateway.Raise(key, to).WaitAsync(TimeSpan.FromSeconds(8), schedule.Clock);
            acknowledged[key] = Math.Max(acknowledged[key], to);
            Acknowledgements++;
            return true;
        }
        catch (Exception fault) when (fault is IOException or TimeoutException or Grains.Hosting.StateConflictException or OperationCanceledException)
        {
            return false;
        }
    }

    private async Task Disturb()
    {
        while (Now < Trouble && Violation is null)
        {
            await schedule.Delay(800);
            var at = schedule.Chance.Next(Nodes);
            switch (schedule.Chance.Next(14))
            {
                case 0 or 1:
                    nodes[at].Thread.PausedUntil = In(1_200);
                    break;
                case 2:
                    nodes[at].Thread.Kill();
                    nodes[at] = NewNode();
                    break;
                case 4:
                    var moved = AnyKey();
                    Locate(moved).Deactivate(moved);
                    directory[moved] = Any();
                    break;
                case 3 or 5 or 6 or 7:
                    doubled[AnyKey()] = (Any(), In(2_500));
                    break;
                case 8 or 9:
                    nodes[at].Log.CutUntil = In(1_500);
                    break;
                case 10 or 11:
                    LeaveBehind(AnyKey());
                    break;
                case 12:
                    if (schedule.Happens(20)) store.LoseLog();
                    break;
                default:
                    if (schedule.Happens(5)) Flood(nodes[at]);
                    break;
            }
        }
    }

    /// <summary>The cluster takes a node for dead that isn't: its grain is active elsewhere, and some calls still reach the old one.</summary>
    private void LeaveBehind(string key)
    {
        var behind = Locate(key);
        var owner = Any();
        (directory[key], doubled[key]) = (owner, (behind, In(2_500)));
        // Some look at the log so rarely that their lease all but ends.
        foreach (var node in nodes.Where(node => node != owner)) node.Log.CutUntil = In(1_000);
    }

    /// <summary>More announcements at once than the log holds.</summary>
    private static void Flood(ModelNode node) => _ = node.Thread.Run(() => Task.WhenAll(
        Enumerable.Range(0, EpochRecord.MaxAnnouncements + 1).Select(number => node.Epochs.Announce<TallyState>($"{number}"))));

    /// <summary>With everything in order again, leases are held, changes go through, and everybody sees them.</summary>
    private async Task Recover()
    {
        foreach (var node in nodes.Where(node => !node.Epochs.IsHeld)) Violation ??= $"node {Array.IndexOf(nodes, node)} has no lease after {Recovery} of order";
        foreach (var key in Keys)
        {
            // An activation that was overtaken fails its next write, and perhaps another node's.
            var wasRaised = false;
            for (var tries = 0; tries < 2 * Nodes && !wasRaised; tries++) wasRaised = await Raise(Any(), key);
            if (!wasRaised) Violation ??= $"{key}: no change goes through after {Recovery} of order";
            foreach (var node in nodes)
            {
                if (!await Read(node, key)) Violation ??= $"{key}: node {Array.IndexOf(nodes, node)} does not answer after {Recovery} of order";
            }
        }
    }
}
