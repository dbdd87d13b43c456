namespace ResultsGrid.Tests.Awarding;

/// <summary>One unit of a generated candidate; a null mark says that it was not taken then.</summary>
internal sealed record PortfolioUnit(int MaximumUms, int? Current, int? Earlier);
