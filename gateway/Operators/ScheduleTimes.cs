namespace ResultsGrid.Gateway.Operators;

/// <summary>A schedule as an operator writes it.</summary>
/// <param name="RestrictedRelease">Europe/London wall time without offset, yyyy-MM-ddTHH:mm or with seconds.</param>
/// <param name="CandidateRelease">The same; not before the restricted release.</param>
public sealed record ScheduleTimes(string RestrictedRelease, string CandidateRelease);
