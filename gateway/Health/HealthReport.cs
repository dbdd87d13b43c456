namespace ResultsGrid.Gateway.Health;

/// <param name="Status">live, ready, waiting, or failing: the storage takes no writes, so most requests are refused.</param>
/// <param name="WaitingFor">What readiness waits for.</param>
/// <param name="Clock">Why the clock is in doubt; then nothing new opens, and what was open stays open.</param>
/// <param name="Storage">What the storage does not take, and what to do.</param>
/// <param name="Unread">Centres that could not be read ahead of the night; the log says why. They take nobody out of service.</param>
public sealed record HealthReport(string Status, string? WaitingFor, string? Clock, string? Storage = null, IReadOnlyList<string>? Unread = null);
