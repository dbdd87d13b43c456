using System.Globalization;
using System.Text.Json;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.LoadTests.Kills.Answers;

namespace ResultsGrid.LoadTests.Kills.Writers;

/// <summary>
/// Takes series after series through load, award, publication, withdrawal and correction, and publishes the series that
/// others download from again and again.
/// </summary>
public sealed class SeriesWriter : IWriter
{
    /// <summary>Then a new series begins: a first load is another path than a correction, and versions stay few.</summary>
    private const int CyclesOfASeries = 6;

    /// <summary>Series of the twenties to the fifties: their packages name earlier ones, which need a year too.</summary>
    private const int FirstYear = 20;

    private const int SeriesOfALetter = 40;

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);

    /// <summary>A small series takes a second; a job that takes this long on a process that nobody kills is stuck.</summary>
    private static readonly TimeSpan LongestJob = TimeSpan.FromSeconds(90);

    private readonly SeriesCode others;
    private readonly DrillPackages packages;
    private readonly Board board;
    private readonly Random chance;
    private readonly KillReport report;
    private readonly RunningJob job;
    private int cycle = -1;
    private PublishedCentres published = null!;
    private SeriesStep step = SeriesStep.PublishOthers;

    /// <param name="others">The series that others download from.</param>
    public SeriesWriter(SeriesCode others, DrillPackages packages, Board board, Random chance, KillReport report)
    {
        (this.others, this.packages, this.board, this.chance, this.report) = (others, packages, board, chance, report);
        job = new RunningJob(board.Anna, report);
        NextStep();
    }

    private SeriesCode Series => SeriesCode.Parse(string.Create(CultureInfo.InvariantCulture, $"6{(char)('A' + (Number / SeriesOfALetter))}{FirstYear + (Number % SeriesOfALetter)}"));

    private int Number => cycle / CyclesOfASeries;

    private int Variant => cycle % DrillPackages.Variants;

    public async Task Write(Calls calls)
    {
        if (step == SeriesStep.Withdraw)
        {
            await Withdraw(calls);
            NextStep();
        }
        else if (!job.IsUnderWay)
        {
            await Begin(calls);
        }
        else if (await job.HasEnded(calls))
        {
            await EndStep(calls);
        }
        else
        {
            await Task.Delay(PollInterval);
        }
    }

    public async Task Check(Calls calls)
    {
        await job.Check(calls);
        await published.Check(calls, board.Anna, isUnderWay: job.IsUnderWay);
    }

    /// <summary>Waits until no job is under way.</summary>
    /// <exception cref="LostException">It is stuck.</exception>
    public async Task Settle(Calls calls)
    {
        using var patience = new CancellationTokenSource(LongestJob);
        while (job.IsUnderWay)
        {
            if (patience.IsCancellationRequested) throw new LostException($"{step} of {Series}", "an end", $"{job} under way after {LongestJob.TotalSeconds} s");
            await Write(calls);
        }
    }

    private Task Begin(Calls calls)
    {
        switch (step)
        {
            case SeriesStep.Load:
                var zip = new ByteArrayContent(packages.Package(Series, Variant)) { Headers = { ContentType = new("application/zip") } };
                return job.Begin("load", Series, () => calls.Send(board.Anna, HttpMethod.Post, "series", zip));
            case SeriesStep.Award or SeriesStep.AwardAgain:
                return job.Begin("award", Series, () => calls.Post(board.Anna, $"series/{Series}/award"));
            case SeriesStep.PublishOthers:
                return job.Begin("publication, nothing new", others, () => calls.Post(board.Anna, $"series/{others}/publication"));
            default:
                var isNew = step == SeriesStep.Publish;
                if (isNew) published.Begin();
                return job.Begin(isNew ? "publication" : "publication, nothing new", Series, () => calls.Post(board.Anna, $"series/{Series}/publication"));
        }
    }

    private async Task EndStep(Calls calls)
    {
        switch (step)
        {
            case SeriesStep.Load:
                report.Check();
                var shown = (await calls.Get(board.Anna, $"series/{Series}")).Expect(200).Json;
                if (shown.GetProperty("title").GetString() is var title && title != DrillPackages.Title(Variant)) throw new LostException($"load of {Series}", DrillPackages.Title(Variant), title ?? "no title");
                await Approve(calls, shown);
                break;
            case SeriesStep.Publish:
                await published.End(calls, board.Anna, Variant);
                break;
            case SeriesStep.PublishAgain:
                await published.Check(calls, board.Anna, isUnderWay: false);
                break;
        }

        job.Forget();
        NextStep();
    }

    /// <summary>A series is read only once a schedule is in force; the answer may be missing, so this is asked after every load.</summary>
    private async Task Approve(Calls calls, JsonElement shown)
    {
        if (!shown.TryGetProperty("approved", out var approved) || approved.ValueKind == JsonValueKind.Null)
            (await calls.Post(board.Ben, $"series/{Series}/approval", new { })).Expect(200);
    }

    private async Task Withdraw(Calls calls)
    {
        var (centre, id) = published.Any(chance);
        await published.Withdraw(centre, id, () => calls.Post(board.Ben, $"centres/{centre}/series/{Series}/documents/{id}/withdrawal", new { reason = "drill" }));
    }

    private void NextStep()
    {
        if (step != SeriesStep.PublishOthers)
        {
            step++;
            return;
        }

        cycle++;
        step = SeriesStep.Load;
        if (cycle % CyclesOfASeries == 0) published = new PublishedCentres(Series, packages.CentreNumbers, report);
    }
}
