using Npgsql;
using ResultsGrid.Silo.State;

namespace ResultsGrid.Silo.Nodes;

/// <summary>Membership and state in one PostgreSQL database, through Orleans' own ADO.NET providers and their tables.</summary>
public sealed class PostgreSqlCluster : IClusterStorage
{
    /// <summary>The configuration key of the connection string.</summary>
    public const string Key = "Cluster:PostgreSql";

    private const string Invariant = "Npgsql";

    /// <summary>Of one node, unless the connection string says otherwise: three nodes fit below the 100 that a server takes by default.</summary>
    private const int MaxConnections = 25;

    private readonly NpgsqlConnectionStringBuilder connection;

    private PostgreSqlCluster(NpgsqlConnectionStringBuilder connection) => this.connection = connection;

    public string Description => $"membership and state in PostgreSQL, database {connection.Database} on {connection.Host}:{connection.Port}";

    /// <summary>What the key says; null where it says nothing.</summary>
    /// <exception cref="ArgumentException">It is no connection string, or names no host or database.</exception>
    public static PostgreSqlCluster? From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration[Key] is not { } text || string.IsNullOrWhiteSpace(text)) return null;
        NpgsqlConnectionStringBuilder connection;
        try
        {
            // What comes later in the string wins.
            connection = new NpgsqlConnectionStringBuilder($"Maximum Pool Size={MaxConnections};{text}");
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or InvalidCastException)
        {
            // The text holds a password, so it is not repeated, and neither is the inner message that may quote it.
            throw new ArgumentException($"{Key} is not a connection string of PostgreSQL, such as Host=127.0.0.1;Port=5432;Database=resultsgrid;Username=...;Password=...");
        }

        if (string.IsNullOrEmpty(connection.Host) || string.IsNullOrEmpty(connection.Database))
            throw new ArgumentException($"{Key} names no {(string.IsNullOrEmpty(connection.Host) ? "Host" : "Database")}: every node must name the same one.");
        return new(connection);
    }

    public void Configure(ISiloBuilder silo)
    {
        ArgumentNullException.ThrowIfNull(silo);
        silo.UseAdoNetClustering(clustering =>
        {
            clustering.Invariant = Invariant;
            clustering.ConnectionString = connection.ConnectionString;
        });
        silo.AddAdoNetGrainStorage(StoredStates.ProviderName, storage =>
        {
            storage.Invariant = Invariant;
            storage.ConnectionString = connection.ConnectionString;
        });
    }
}
