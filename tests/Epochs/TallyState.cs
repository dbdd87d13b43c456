namespace ResultsGrid.Tests.Epochs;

/// <summary>The name of the state that the model's grains hold: a number that only grows.</summary>
internal sealed record TallyState;
