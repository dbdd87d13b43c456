using System.Text.Json.Serialization;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Series;

/// <summary>The running job of a series as durable items: what waits, what is claimed, what is done. Pure: every method returns the next state.</summary>
public sealed record WorkState : StoredRecord
{
    /// <summary>Few enough that a lost worker holds up little, enough that claims are cheap.</summary>
    private const int MaxItemsPerClaim = 16;

    /// <summary>A worker renews well before; one that died is replaced after this.</summary>
    public static readonly TimeSpan ClaimLife = TimeSpan.FromSeconds(60);

    /// <summary>An item that fails this often is given up, so that it does not hold its series for ever.</summary>
    public const int MaxAttempts = 3;

    /// <summary>What failed rests for this long: most faults of a store are over by then.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    /// <summary>Null while nothing runs.</summary>
    public Job? Job { get; init; }

    public ContentHash? Package { get; init; }

    public ImmutableArray<string> Pending { get; init; } = [];

    public ImmutableArray<HeldClaim> Claims { get; init; } = [];

    /// <summary>Items of the present stage that failed, and how often.</summary>
    public IReadOnlyDictionary<string, int> Attempts { get; init; } = new Dictionary<string, int>();

    public int ClaimsMade { get; init; }

    [JsonIgnore]
    public bool StageIsDone => Job is not null && Pending.IsEmpty && Claims.IsEmpty;

    public WorkState Begin(Job job, ContentHash? package, ImmutableArray<string> items)
        => this with { Job = job with { Total = items.Length, Done = 0 }, Package = package, Pending = items, Claims = [], Attempts = new Dictionary<string, int>() };

    public WorkState Enter(JobStage stage, ImmutableArray<string> items)
        => Begin(Job! with { Stage = stage }, Package, items);

    /// <summary>Nothing runs any more; the next claim gets a number of its own all the same.</summary>
    public WorkState Clear()
        => this with { Job = null, Package = null, Pending = [], Claims = [], Attempts = new Dictionary<string, int>() };

    /// <summary>Takes the next items for a worker; expired claims go back first. Null where nothing waits.</summary>
    public (WorkState Next, WorkClaim Claim)? Take(string worker, DateTimeOffset now)
    {
        if (Job is null) return null;
        var expired = Claims.Where(claim => claim.Until <= now).ToList();
        ImmutableArray<string> pending = [.. expired.SelectMany(claim => claim.Items), .. Pending];
        if (pending.IsEmpty) return null;

        var items = pending[..Math.Min(MaxItemsPerClaim, pending.Length)];
        var number = ClaimsMade + 1;
        var next = this with
        {
            Pending = pending[items.Length..],
            Claims = [.. Claims.Except(expired), new HeldClaim(number, worker, items, now + ClaimLife)],
            ClaimsMade = number,
        };
        return (next, new WorkClaim(number, Job.Number, Job.Stage, items, Package));
    }

    public WorkState Renew(int claim, DateTimeOffset now)
        => this with { Claims = [.. Claims.Select(held => held.Claim == claim ? held with { Until = now + ClaimLife } : held)] };

    /// <summary>Puts back what workers of a process that is gone had claimed.</summary>
    public WorkState Abandon()
        => this with { Pending = [.. Claims.SelectMany(claim => claim.Items), .. Pending], Claims = [] };

    /// <summary>Ends a claim. One that had expired and gone to another worker changes nothing: the other's outcome counts.</summary>
    public WorkState Complete(int claim, ImmutableArray<StoppedItem> stopped, ImmutableArray<RepairedItem> repaired)
    {
        if (Job is null || Claims.FirstOrDefault(held => held.Claim == claim) is not { } ended) return this;
        return this with
        {
            Job = Job with { Done = Job.Done + ended.Items.Length, Stopped = [.. Job.Stopped, .. stopped], Repaired = [.. Job.Repaired, .. repaired] },
            Claims = [.. Claims.Where(held => held.Claim != claim)],
        };
    }

    /// <summary>Ends a claim of which some items failed. They rest and are taken again; one that failed <see cref="MaxAttempts"/> times is stopped.</summary>
    public WorkState Fail(int claim, ImmutableArray<StoppedItem> failed, DateTimeOffset now)
    {
        if (Job is null || Claims.FirstOrDefault(held => held.Claim == claim) is not { } ended) return this;
        var attempts = new Dictionary<string, int>(Attempts);
        foreach (var (item, _) in failed) attempts[item] = attempts.GetValueOrDefault(item) + 1;
        var stopped = failed.Where(one => attempts[one.Item] >= MaxAttempts).ToImmutableArray();
        var again = failed.Except(stopped).Select(one => one.Item).ToImmutableArray();
        var completed = Complete(claim, stopped, []);
        return completed with
        {
            Job = completed.Job! with { Done = completed.Job.Done - again.Length },
            Claims = again.IsEmpty ? completed.Claims : [.. completed.Claims, ended with { Items = again, Until = now + Rest }],
            Attempts = attempts,
        };
    }
}
