using System.Diagnostics;
using ResultsGrid.LoadTests.Kills.Answers;
using ResultsGrid.LoadTests.Kills.Writers;
using ResultsGrid.LoadTests.Processes;

namespace ResultsGrid.LoadTests.Kills;

/// <summary>
/// The real process under many writing clients, killed with SIGKILL again and again: at work, while it starts, and right
/// after it started. After each restart everything is compared with what the clients were told.
/// </summary>
public sealed class KillDrill
{
    private const double ShareInStartUp = 0.2;
    private const double ShareRightAfterStart = 0.15;

    /// <summary>Killed after up to so many acknowledged operations of all clients together, so that a slow machine drills as much as a fast one.</summary>
    private const int MostOperations = 120;

    /// <summary>One life in five is longer: what hashes a password takes a third of a second, and would else hardly ever be answered.</summary>
    private const int MostOperationsOfALongLife = 1_000;

    private static readonly TimeSpan LongestWork = TimeSpan.FromSeconds(3);

    /// <summary>So long a life may wait for a kind of operation that was not done yet; the slowest, a user, takes seconds where many hash.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    /// <summary>So often the running job may end before the next kill, so that a series gets through all its steps.</summary>
    private const int SettleEvery = 8;

    private readonly KillPlan plan;
    private readonly Random chance;
    private readonly KeptClock clock;
    private readonly Action<string> tell;
    private TimeSpan startTime;

    /// <param name="tell">Told of progress, a line at a time.</param>
    public KillDrill(KillPlan plan, Action<string> tell)
    {
        ArgumentNullException.ThrowIfNull(plan);
        (this.plan, this.tell) = (plan, tell);
        chance = new Random(plan.Seed);
        clock = new KeptClock(plan.Folder, Report);
    }

    /// <summary>What a drill must have done at least once, or it drilled less than it says.</summary>
    public static IReadOnlyList<string> Essential { get; } = ["load", "award", "publication", "withdrawal", "download", "key added", "schedule approved", "user added"];

    public KillReport Report { get; } = new();

    /// <exception cref="LostException">Something acknowledged is gone, or something half done shows.</exception>
    public async Task Run()
    {
        var writers = await DrillSetUp.Run(plan, Report);
        while (Report.Kills < plan.Kills)
        {
            if (chance.NextDouble() < ShareInStartUp) await KillInStartUp();
            else await KillAtWork(writers);
            if (Report.Kills % 25 == 0) tell($"{Report.Kills} of {plan.Kills} kills, last start {startTime.TotalSeconds:F1} s, {Report.Acknowledged} operations acknowledged, {Report.Checks} checks");
        }

        using var last = await Start();
        using var calls = new Calls(last.Address);
        await Check(writers, calls);
        await writers.Series.Settle(calls);
        await Check(writers, calls);
    }

    private async Task KillInStartUp()
    {
        using var process = GatewayProcess.Launch(plan.Folder);
        await Task.Delay(startTime * chance.NextDouble());
        process.Kill();
        Report.KillsInStartUp++;
    }

    private async Task KillAtWork(DrillWriters writers)
    {
        using var process = await Start();
        using var calls = new Calls(process.Address);
        await Check(writers, calls);
        var soon = chance.NextDouble() < ShareRightAfterStart;
        if (!soon && Report.Kills % SettleEvery == 0) await writers.Series.Settle(calls);

        var working = writers.All.Select(writer => Task.Run(() => WriteUntilTheEnd(writer, calls))).ToList();
        await Task.WhenAny(Task.Delay(chance.Next(20)), Task.WhenAny(working));
        if (!soon)
        {
            var end = Task.WhenAny(working);
            var target = Report.Acknowledged + chance.Next(chance.Next(5) == 0 ? MostOperationsOfALongLife : MostOperations);
            await Until(() => Report.Acknowledged >= target, LongestWork, end);

            // What chance has left out by half time is waited for, so that every drill has kills after it.
            if (Report.Kills >= plan.Kills / 2) await Until(() => Essential.All(Report.HasDone), LongestWait, end);
        }

        if (process.HasEnded) throw new LostException($"The process ended by itself: {process.Said}");
        var early = working.Where(one => one.IsCompleted).ToList();
        process.Kill();
        if (soon) Report.KillsRightAfterStart++;
        else Report.KillsAtWork++;
        await Task.WhenAll(working);
        if (early.Count > 0) throw new LostException($"{early.Count} connections broke before the process was killed: {process.Said}");
    }

    private static async Task Until(Func<bool> isReached, TimeSpan longest, Task end)
    {
        var stopwatch = Stopwatch.StartNew();
        while (!isReached() && stopwatch.Elapsed < longest && !end.IsCompleted) await Task.Delay(1);
    }

    private async Task<GatewayProcess> Start()
    {
        var stopwatch = Stopwatch.StartNew();
        try
        {
            var process = await GatewayProcess.Start(plan.Folder);
            startTime = stopwatch.Elapsed;
            return process;
        }
        catch (InvalidOperationException refused)
        {
            throw new LostException($"After {Report.Kills} kills it does not start again: {refused.Message}", refused);
        }
    }

    private async Task Check(DrillWriters writers, Calls calls)
    {
        clock.Check();
        (await calls.Get(null, "/health/ready")).Expect(200);
        foreach (var writer in writers.All) await writer.Check(calls);
    }

    private static async Task WriteUntilTheEnd(IWriter writer, Calls calls)
    {
        try
        {
            while (true) await writer.Write(calls);
        }
        catch (UnansweredException)
        {
            // The process is gone, and this life with it.
        }
    }
}
