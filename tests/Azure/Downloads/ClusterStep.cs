namespace ResultsGrid.Tests.Azure.Downloads;

/// <param name="Node">0 to 2.</param>
/// <param name="Centre">0 to 2.</param>
public sealed record ClusterStep(ClusterDeed Deed, int Node, int Centre);
