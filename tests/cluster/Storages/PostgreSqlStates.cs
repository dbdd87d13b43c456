using ResultsGrid.ClusterTests.Drills;

namespace ResultsGrid.ClusterTests.Storages;

/// <summary>States in the database that the environment names, through Orleans' own provider.</summary>
internal static class PostgreSqlStates
{
    public static void Add(ISiloBuilder silo, string name) => silo.AddAdoNetGrainStorage(name, storage =>
    {
        storage.Invariant = "Npgsql";
        storage.ConnectionString = Environment.GetEnvironmentVariable(StorageFactAttribute.PostgreSql);
    });
}
