namespace ResultsGrid.Storage.Azure.Epochs;

/// <summary>A state may have changed, or is active on a node.</summary>
/// <param name="Node">The process that says so, by a random name that no other start has.</param>
/// <param name="State">The state type's name, for example ResultsState.</param>
/// <param name="Key">The grain's key, for example 6B26/12345.</param>
public readonly record struct Announcement(string Node, string State, string Key);
