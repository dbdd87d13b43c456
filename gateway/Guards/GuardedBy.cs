namespace ResultsGrid.Gateway.Guards;

/// <summary>Says on an endpoint which guard stands before it.</summary>
/// <param name="Guard">An <see cref="IGuard"/> that is registered as a service.</param>
public sealed record GuardedBy(Type Guard);
