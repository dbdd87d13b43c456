namespace ResultsGrid.Grains.Release;

/// <summary>The moment to decide by.</summary>
/// <param name="Now">Never before a moment that was decided by earlier.</param>
/// <param name="Doubt">Why the clocks are not believed, in words for an operator; null where they agree.</param>
public readonly record struct GuardedMoment(DateTimeOffset Now, string? Doubt);
