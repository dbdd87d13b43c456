namespace ResultsGrid.LoadTests.Clusters;

/// <summary>What a drill's nodes keep everything in, on this machine.</summary>
/// <param name="PostgreSql">A connection string of a database with Orleans' tables in it; null where an account has membership and state.</param>
/// <param name="Account">A connection string of an emulated account, with its BlobEndpoint and TableEndpoint, for membership and state; null with PostgreSQL.</param>
/// <param name="Blobs">A connection string of an emulated account, with its BlobEndpoint, for documents, ledger and epochs.</param>
public sealed record ClusterStorages(string? PostgreSql, string? Account, string Blobs);
