namespace ResultsGrid.LoadTests.Processes;

/// <summary>Looks once a second at what the gateway uses.</summary>
public sealed class ProcessWatch(GatewayProcess process, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly List<ProcessSample> samples = [];

    public IReadOnlyList<ProcessSample> Samples => samples;

    /// <summary>Looks until it is told to stop, or the process ends.</summary>
    public async Task Run(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            do
            {
                if (process.HasEnded) return;
                samples.Add(new ProcessSample(time.GetUtcNow(), process.ProcessorTime, Environment.CpuUsage.TotalTime, process.MemoryBytes));
            }
            while (await timer.WaitForNextTickAsync(stop));
        }
        catch (OperationCanceledException)
        {
            // The night is over.
        }
    }
}
