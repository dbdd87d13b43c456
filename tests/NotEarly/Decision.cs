using ResultsGrid.Grains.Release;

namespace ResultsGrid.Tests.NotEarly;

/// <summary>One place where the release decision stands.</summary>
/// <param name="Route">The route's pattern.</param>
internal sealed record Decision(string Route, Subject Subject);
