using Microsoft.Extensions.Options;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Work;

namespace ResultsGrid.Gateway.Work;

/// <summary>Works on loads, awards and publications for as long as the process runs, on threads of its own.</summary>
public sealed partial class SeriesWorkers(
    Func<SeriesWork> createWork, WorkSignal signal, [FromKeyedServices(Clocks.Service)] TimeProvider clock, IOptions<WorkOptions> options, ILogger<SeriesWorkers> logger) : BackgroundService
{
    /// <summary>How late work is noticed that another process began, or whose worker died.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var process = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8));
        return Task.WhenAll(Enumerable.Range(1, options.Value.Threads)
            .Select(number => new DedicatedThread($"series work {number}", () => Work($"{process}/{number}", stoppingToken)).Ended));
    }

    private async Task Work(string worker, CancellationToken stopping)
    {
        var work = createWork();
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (!await work.DoNext(worker, stopping)) await signal.Wait(LookAgain, clock, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // The claim runs out and the work is done again, here or elsewhere: a store that fails for a minute stops nothing for good.
                WorkFailed(logger, worker, fault);
                await signal.Wait(LookAgain, clock, CancellationToken.None);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Worker {Worker} failed; its work will be done again when its claim has run out.")]
    private static partial void WorkFailed(ILogger logger, string worker, Exception fault);
}
