using ResultsGrid.Gateway.Operators;
using ResultsGrid.Grains.Series;
using ResultsGrid.LoadTests.Processes;

namespace ResultsGrid.LoadTests.National;

/// <summary>Takes the measures of a service from outside while it works on jobs: where each stage ended, and how the publication went on.</summary>
public sealed class JobObserver(GatewayProcess service, string data, IReadOnlyList<int> centreSizes, TimeProvider clock)
{
    private const int Slices = 10;

    private readonly List<StageFigures> stages = [];
    private readonly List<GrowthFigures> growth = [];
    private string? stage;
    private long stageBegan;
    private TimeSpan processorBefore;
    private long sliceBegan;
    private int sliceFrom;

    public IReadOnlyList<StageFigures> Stages => stages;

    public IReadOnlyList<GrowthFigures> Growth => growth;

    /// <summary>Begins something that is not a job's stage, the sending of a package say.</summary>
    public void Begin(string name)
    {
        EndStage();
        (stage, stageBegan, processorBefore) = (name, clock.GetTimestamp(), service.ProcessorTime);
    }

    public void See(ShownJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        if (job.FinishedAt is not null)
        {
            if (job.Kind == JobKind.Publication && sliceFrom < centreSizes.Count) EndSlice(centreSizes.Count);
            EndStage();
            return;
        }

        var name = $"{job.Kind}: {job.Stage}".ToLowerInvariant();
        if (name != stage) Begin(name);
        if (job.Stage == JobStage.Publishing) SeePublished(job.Done);
    }

    private void SeePublished(int done)
    {
        if (sliceBegan == 0) sliceBegan = clock.GetTimestamp();
        if (done - sliceFrom >= (centreSizes.Count + Slices - 1) / Slices) EndSlice(done);
    }

    private void EndSlice(int done)
    {
        // Centres are published in number order, but for the few that are under way.
        growth.Add(new(done - sliceFrom, centreSizes.Skip(sliceFrom).Take(done - sliceFrom).Sum(), clock.GetElapsedTime(sliceBegan)));
        (sliceFrom, sliceBegan) = (done, clock.GetTimestamp());
    }

    private void EndStage()
    {
        if (stage is null) return;
        var wall = clock.GetElapsedTime(stageBegan);
        stages.Add(new(stage, wall, service.ProcessorTime - processorBefore, service.PeakMemoryBytes, StoredBytes()));
        stage = null;
    }

    private long StoredBytes() => new DirectoryInfo(data).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
}
