using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Release;

/// <summary>The two moments of a series, as instants.</summary>
/// <param name="RestrictedRelease">From here centre administrators and results full access read (00:01).</param>
/// <param name="CandidateRelease">From here teachers read too, and boundaries and statistics open. Never before the restricted release.</param>
[GenerateSerializer, Immutable, Alias("ReleaseSchedule")]
public sealed record ReleaseSchedule(
    [property: Id(0)] DateTimeOffset RestrictedRelease,
    [property: Id(1)] DateTimeOffset CandidateRelease) : StoredRecord
{
    /// <summary>True where some reader could read earlier under this schedule than under <paramref name="other"/>.</summary>
    public bool OpensEarlierThan(ReleaseSchedule other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return RestrictedRelease < other.RestrictedRelease || CandidateRelease < other.CandidateRelease;
    }
}
