namespace ResultsGrid.ClusterTests.Drills;

/// <summary>A test of real nodes, run where the environment names storages of this machine that they may use.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StorageFactAttribute : FactAttribute
{
    /// <summary>A PostgreSQL database on 127.0.0.1 with Orleans' tables and no grain in it.</summary>
    public const string PostgreSql = "RESULTSGRID_DRILL_POSTGRESQL";

    /// <summary>The connection string of a storage emulator on 127.0.0.1, with its BlobEndpoint.</summary>
    public const string Blobs = "RESULTSGRID_DRILL_BLOBS";

    public StorageFactAttribute()
    {
        if (Environment.GetEnvironmentVariable(PostgreSql) is null || Environment.GetEnvironmentVariable(Blobs) is null)
            Skip = $"{PostgreSql} and {Blobs} name no storage for real nodes (docs/cluster-run.md).";
    }
}
