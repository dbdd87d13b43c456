using ResultsGrid.Storage.Azure.Epochs;

namespace ResultsGrid.Tests.Epochs;

/// <summary>The storage that all nodes share, over a network that delays and loses requests and answers. What was sent may land after its sender gave up, or died.</summary>
internal sealed class StorageServer(SeededSchedule schedule)
{
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    private const int UsualMs = 12;
    private const int LateMs = 1_500;

    private readonly NodeThread thread = schedule.NewThread();
    private readonly Dictionary<string, (int Value, int ETag)> states = [];
    private InMemoryEpochLog log = new();
    private int logs;

    /// <summary>Of a hundred requests, those that are lost, and as many whose answer is.</summary>
    public int Lost { get; set; }

    /// <summary>Of a hundred requests, those that take long.</summary>
    public int Late { get; set; }

    public Task<(int Value, int ETag)> Read(string key) => Call(() => Task.FromResult(states.GetValueOrDefault(key)), CancellationToken.None);

    /// <returns>The new ETag; null on a conflict.</returns>
    public Task<int?> Write(string key, int etag, int value) => Call(() =>
    {
        if (states.GetValueOrDefault(key).ETag != etag) return Task.FromResult<int?>(null);
        states[key] = (value, etag + 1);
        return Task.FromResult<int?>(etag + 1);
    }, CancellationToken.None);

    public Task<EpochReading?> ReadLog(string? known, CancellationToken cancellation) => Call(async () =>
    {
        var reading = await log.Read(MarkHere(known), cancellation: default);
        return reading is null ? null : reading with { Mark = $"{logs}/{reading.Mark}" };
    }, cancellation);

    public Task<string?> ReplaceLog(string mark, EpochRecord next, CancellationToken cancellation) => Call(async () =>
    {
        var written = MarkHere(mark) is { } here ? await log.Replace(here, next, cancellation: default) : null;
        return written is null ? null : $"{logs}/{written}";
    }, cancellation);

    /// <summary>Somebody deletes the log; the next one has another identity.</summary>
    public void LoseLog() => (log, logs) = (new InMemoryEpochLog(), logs + 1);

    /// <summary>A mark of the present log without what makes it differ from those of others before it.</summary>
    private string? MarkHere(string? mark) => mark?.StartsWith($"{logs}/", StringComparison.Ordinal) == true ? mark.Split('/')[1] : null;

    private Task<T> Call<T>(Func<Task<T>> atTheServer, CancellationToken cancellation)
    {
        var (requestLost, answerLost) = (schedule.Happens(Lost), schedule.Happens(Lost));
        var answer = thread.Run(async () =>
        {
            await schedule.Delay(schedule.Happens(Late) ? LateMs : UsualMs);
            if (requestLost) await new TaskCompletionSource().Task;
            var result = await atTheServer();
            await schedule.Delay(schedule.Happens(Late) ? LateMs : UsualMs);
            if (answerLost) await new TaskCompletionSource().Task;
            return result;
        });
        return answer.WaitAsync(Timeout, schedule.Clock, cancellation);
    }
}
