namespace ResultsGrid.LoadTests.Clusters;

/// <summary>A cluster on this machine, and what is done to it.</summary>
/// <param name="Node">The node's assembly.</param>
/// <param name="PostgreSql">A connection string of a database with Orleans' tables in it.</param>
/// <param name="Blobs">A connection string of a storage account, real or emulated.</param>
/// <param name="Centres">Of the series that is published.</param>
/// <param name="Candidates">Of all centres together.</param>
/// <param name="PerSecond">Downloads that are asked for in a second, whatever becomes of them.</param>
/// <param name="Load">How long they are asked for, around each blow.</param>
/// <param name="Outage">How long the storage does not answer.</param>
public sealed record ClusterPlan(
    string Node, string PostgreSql, string Blobs, int Nodes, int Centres, int Candidates, double PerSecond, TimeSpan Load, TimeSpan Outage, int Seed);
