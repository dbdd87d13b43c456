using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Storage.Azure.Epochs;

/// <summary>Keeps this node and the epoch log in step: reads it several times a second, and writes what this node announces.</summary>
public sealed partial class EpochFollower(Epochs epochs, IEpochLog log, TimeProvider clock, ILogger<EpochFollower> logger) : BackgroundService
{
    /// <summary>Looks under way at once: one that hangs must not cost the lease while the next would be answered.</summary>
    public const int MaxLooks = 4;

    /// <summary>Each lost race is another node's append that went through; so many in a row is a fault.</summary>
    private const int MaxLostRaces = 50;

    private int looks;
    private volatile bool cannotRead;
    private bool cannotAppend;

    /// <summary>Both loops, until stopped.</summary>
    public Task Run(CancellationToken stop) => Task.WhenAll(Follow(stop), Write(stop));

    /// <summary>On a thread of its own: behind the requests of a busy node it would lose the lease, refuse them all, and be asked the more.</summary>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => new DedicatedThread("epochs", () => Run(stoppingToken)).Ended;

    private async Task Follow(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            if (Interlocked.Increment(ref looks) <= MaxLooks) _ = Look(stop);
            else Interlocked.Decrement(ref looks);
            await Task.Delay(EpochTimes.Poll, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
    }

    private async Task Look(CancellationToken stop)
    {
        try
        {
            using var timeout = new CancellationTokenSource(EpochTimes.PollTimeout, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, timeout.Token);
            await Read(epochs.Known?.Mark, either.Token);
            if (cannotRead) ReadAgain(logger);
            cannotRead = false;
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            // Once: it comes ten times a second.
            if (!cannotRead) LookFailed(logger, fault.Message);
            cannotRead = true;
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
        }
        finally
        {
            Interlocked.Decrement(ref looks);
        }
    }

    private async Task Read(string? known, CancellationToken cancellation)
    {
        var began = clock.GetTimestamp();
        epochs.Observe(await log.Read(known, cancellation), began);
    }

    private async Task Write(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                var batch = await epochs.Queue.Take(stop);
                try
                {
                    await Append(batch, stop);
                    batch.Done();
                    cannotAppend = false;
                }
                catch (Exception fault)
                {
                    epochs.Queue.Return(batch, fault);
                    if (stop.IsCancellationRequested) return;
                    if (!cannotAppend) AppendFailed(logger, batch.Announcements.Count, fault);
                    cannotAppend = true;
                    await Task.Delay(EpochTimes.AppendRetry, clock, stop);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
        finally
        {
            epochs.Queue.Close();
        }
    }

    private async Task Append(AnnouncementBatch batch, CancellationToken stop)
    {
        using var timeout = new CancellationTokenSource(EpochTimes.AppendTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, timeout.Token);
        for (var lostRaces = 0; lostRaces < MaxLostRaces; lostRaces++)
        {
            // After a lost race, or an append of unknown outcome, this is not what stands there: then the next one is refused, too.
            if (lostRaces > 0 || epochs.Known is null) await Read(epochs.Known?.Mark, either.Token);
            var began = clock.GetTimestamp();
            if (epochs.Known is not { } last) continue;
            var next = last.Record.With(batch.Announcements, batch.Unnamed);
            if (await log.Replace(last.Mark, next, either.Token) is not { } mark) continue;
            // It was written onto what was known, so nobody else had written since: as good as a reading.
            epochs.Observe(new EpochReading(next, mark), began);
            return;
        }

        throw new IOException($"Other nodes came between {MaxLostRaces} times.");
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The epoch log can't be read; while that lasts longer than the lease, this gateway answers nothing but 503: {Reason}")]
    private static partial void LookFailed(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "The epoch log can be read again.")]
    private static partial void ReadAgain(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} changed states could not be announced, and their writers were told so; it is tried until it succeeds.")]
    private static partial void AppendFailed(ILogger logger, int count, Exception fault);
}
