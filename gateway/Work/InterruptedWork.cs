using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Gateway.Work;

/// <summary>At start, puts back what the last process had claimed and not finished: the data folder is ours alone, so nobody else is at it.</summary>
public sealed class InterruptedWork(IGrainFactory grains) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var series in await grains.Board().GetSeries()) await grains.Series(series).AbandonClaims();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
