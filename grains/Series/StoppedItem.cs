namespace ResultsGrid.Grains.Series;

/// <summary>A centre that a job could not finish, and why; the others went on.</summary>
public sealed record StoppedItem(string Item, string Reason);
