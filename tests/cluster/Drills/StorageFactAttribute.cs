namespace ResultsGrid.ClusterTests.Drills;

/// <summary>A test on real storage, run where the environment names what of this machine it may use.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StorageFactAttribute : FactAttribute
{
    /// <summary>A PostgreSQL database on 127.0.0.1 with Orleans' tables; the drill's has no grain in it.</summary>
    public const string PostgreSql = "RESULTSGRID_DRILL_POSTGRESQL";

    /// <summary>The connection string of a storage emulator on 127.0.0.1, with its BlobEndpoint.</summary>
    public const string Blobs = "RESULTSGRID_DRILL_BLOBS";

    public StorageFactAttribute(params string[] needs) => Skip = Missing(needs);

    /// <summary>Why a test that needs these can't run; null if it can.</summary>
    internal static string? Missing(IEnumerable<string> needs)
    {
        var missing = needs.Where(name => Environment.GetEnvironmentVariable(name) is null).ToList();
        return missing.Count == 0 ? null : $"{string.Join(" and ", missing)} not set: no storage for it (docs/cluster-run.md).";
    }
}
