namespace ResultsGrid.Storage.Local.State;

/// <summary>A row as it was read.</summary>
/// <param name="Etag">Counts the writes of the row; it never falls, also when the state is cleared.</param>
/// <param name="Json">UTF-8; null where the state was cleared.</param>
public readonly record struct StateRow(long Etag, byte[]? Json);
