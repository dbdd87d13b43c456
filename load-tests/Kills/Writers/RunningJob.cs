using System.Globalization;
using System.Text.Json;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.LoadTests.Kills.Answers;

namespace ResultsGrid.LoadTests.Kills.Writers;

/// <summary>The job that a series writer began: accepted, it must end well however often the process is killed.</summary>
public sealed class RunningJob(string secret, KillReport report)
{
    private readonly Dictionary<SeriesCode, int> newest = [];
    private (string Operation, SeriesCode Series)? unanswered;
    private string? id;

    public bool IsUnderWay => id is not null;

    public async Task Begin(string operation, SeriesCode series, Func<Task<Answer>> send)
    {
        ArgumentNullException.ThrowIfNull(send);
        unanswered = (operation, series);
        Take(series, (await send()).Expect(202).Json);
        unanswered = null;
        report.Acknowledge(operation);
    }

    /// <exception cref="LostException">It is gone, was refused, or stopped at something.</exception>
    public async Task<bool> HasEnded(Calls calls)
    {
        ArgumentNullException.ThrowIfNull(calls);
        var shown = (await calls.Get(secret, $"jobs/{id}")).Expect(200).Json;
        if (shown.GetProperty("finishedAt").ValueKind == JsonValueKind.Null) return false;
        report.Check();
        var stopped = shown.GetProperty("stopped").EnumerateArray().ToList();
        if (shown.GetProperty("stage").GetString() != "finished" || stopped.Count > 0) throw new LostException($"job {id}", "finished, stopped at nothing", shown.ToString());
        return true;
    }

    /// <summary>After a restart: an accepted job is there; one whose acceptance was not answered is there or not.</summary>
    public async Task Check(Calls calls)
    {
        ArgumentNullException.ThrowIfNull(calls);
        report.Check();
        if (IsUnderWay) (await calls.Get(secret, $"jobs/{id}")).Expect(200);
        if (unanswered is not var (operation, series)) return;
        unanswered = null;
        var shown = (await calls.Get(secret, $"series/{series}")).Expect(200, 404);
        var last = shown.Status == 200 ? shown.Json.GetProperty("jobs").EnumerateArray().FirstOrDefault() : default;
        if (last.ValueKind == JsonValueKind.Object && Number(last) > newest.GetValueOrDefault(series))
        {
            Take(series, last);
            report.FindDone(operation);
        }
        else
        {
            report.FindNotDone(operation);
        }
    }

    public void Forget() => id = null;

    public override string ToString() => $"job {id}";

    private void Take(SeriesCode series, JsonElement job)
    {
        id = job.GetProperty("id").GetString();
        newest[series] = Number(job);
    }

    private static int Number(JsonElement job) => int.Parse(job.GetProperty("id").GetString()!.Split('-')[1], CultureInfo.InvariantCulture);
}
