namespace ResultsGrid.Gateway.Api.Health;

/// <param name="Status">live, ready or waiting.</param>
/// <param name="WaitingFor">What readiness waits for.</param>
/// <param name="Clock">Why the clock is in doubt; then nothing new opens, and what was open stays open.</param>
public sealed record HealthReport(string Status, string? WaitingFor, string? Clock);
