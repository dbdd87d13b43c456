using System.Globalization;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.SeriesFiles;
using ResultsGrid.Grains.Series;

namespace ResultsGrid.Gateway.Operators;

/// <summary>A job as its operator follows it.</summary>
/// <param name="Id">For GET /api/v1/jobs/{id}.</param>
/// <param name="Stage">finished and refused are the ends.</param>
/// <param name="Stopped">Centres that the job could not finish, and why.</param>
/// <param name="Repaired">Of a check: centres with documents that were damaged or missing and are whole again.</param>
public sealed record ShownJob(
    string Id,
    SeriesCode Series,
    JobKind Kind,
    JobStage Stage,
    string By,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt,
    int Total,
    int Done,
    IReadOnlyList<StoppedItem> Stopped,
    IReadOnlyList<Fault> Faults,
    bool HasMoreFaults,
    IReadOnlyList<RepairedItem> Repaired)
{
    public string Address => $"/api/v1/jobs/{Id}";

    public static ShownJob Of(SeriesCode series, Job job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{series}-{job.Number}"), series, job.Kind, job.Stage, job.By, job.StartedAt,
            job.FinishedAt, job.Total, job.Done, job.Stopped, job.Faults, job.HasMoreFaults, job.Repaired);
    }
}
