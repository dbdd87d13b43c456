namespace ResultsGrid.LoadTests.Promises;

/// <summary>Something that the service promises, and what a drill saw of it.</summary>
/// <param name="Aim">In words, with its figure and unit.</param>
/// <param name="Seen">The same figure as it was.</param>
public sealed record Promise(string Name, string Aim, string Seen, bool Holds);
