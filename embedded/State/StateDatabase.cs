using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ResultsGrid.Embedded.State;

/// <summary>The file state.db: its one table, its settings, and whether it may be used.</summary>
internal static class StateDatabase
{
    /// <summary>Raised with every change of the table, together with the step that brings an older file up to it.</summary>
    public const int SchemaVersion = 1;

    // 'RGst', so that another program's database is not taken for ours.
    private const int ApplicationId = 0x52477374;
    private const int CacheKibibytes = 64 * 1024;

    // No WITHOUT ROWID: the file would be three times as large.
    private const string Schema = """
        CREATE TABLE state (
            kind TEXT NOT NULL,
            key  TEXT NOT NULL,
            etag INTEGER NOT NULL,
            json BLOB,
            PRIMARY KEY (kind, key)
        ) STRICT
        """;

    /// <summary>Makes the file if it isn't there, and checks it if it is.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, another program's, or of a newer version.</exception>
    public static void Prepare(string path)
    {
        try
        {
            using var connection = Connect(path);
            Check(connection, path);
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB)
        {
            throw Damaged(path, fault.Message, fault);
        }
    }

    /// <summary>A connection that commits durably: write-ahead log, flushed at every commit.</summary>
    public static SqliteConnection Connect(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            Run(connection, $"PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -{CacheKibibytes}");
            return connection;
        }
        catch (SqliteException)
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Check(SqliteConnection connection, string path)
    {
        var (application, version) = (Number(connection, "PRAGMA application_id"), Number(connection, "PRAGMA user_version"));
        if (Number(connection, "SELECT COUNT(*) FROM sqlite_schema") == 0 && version == 0)
        {
            Run(connection, $"BEGIN; {Schema}; PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {SchemaVersion}; COMMIT");
            return;
        }

        if (application != ApplicationId) throw new InvalidDataException($"{path} is another program's database. Name a data folder of its own.");
        if (version > SchemaVersion)
            throw new InvalidDataException($"{path} was written by a newer version of this program (schema {version}; this one knows {SchemaVersion}). Start the newer version; nothing was changed.");
        if (Text(connection, "PRAGMA quick_check(1)") is var finding and not "ok") throw Damaged(path, finding, null);
    }

    private static InvalidDataException Damaged(string path, string finding, Exception? fault)
        => new($"{path} is damaged ({finding}), so nothing is served from it. Keep a copy of the whole data folder as it is, and put back the last backup of state.db, state.db-wal and state.db-shm together.", fault);

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql) => long.Parse(Text(connection, sql), CultureInfo.InvariantCulture);

    private static string Text(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
    }
}
