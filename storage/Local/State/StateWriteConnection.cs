using Microsoft.Data.Sqlite;

namespace ResultsGrid.Storage.Local.State;

/// <summary>The writer's connection with its prepared statements.</summary>
internal sealed class StateWriteConnection : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand insert;
    private readonly SqliteCommand update;

    public StateWriteConnection(string path)
    {
        connection = StateDatabase.Connect(path);
        insert = Command("INSERT INTO state (kind, key, etag, json) VALUES ($kind, $key, 1, $json) ON CONFLICT DO NOTHING");
        update = Command("UPDATE state SET etag = etag + 1, json = $json WHERE kind = $kind AND key = $key AND etag = $etag");
        update.Parameters.Add("$etag", SqliteType.Integer);
    }

    /// <summary>Writes the group durably, marking the writes that conflict.</summary>
    /// <exception cref="SqliteException">The group failed as a whole; this connection is spent.</exception>
    public void Commit(List<PendingWrite> group)
    {
        using var transaction = connection.BeginTransaction();
        foreach (var write in group)
        {
            var command = write.Etag is null ? insert : update;
            command.Transaction = transaction;
            command.Parameters["$kind"].Value = write.Key.Kind;
            command.Parameters["$key"].Value = write.Key.Key;
            command.Parameters["$json"].Value = (object?)write.Json ?? DBNull.Value;
            if (write.Etag is { } etag) command.Parameters["$etag"].Value = etag;
            write.Conflicts = command.ExecuteNonQuery() == 0;
        }

        transaction.Commit();
    }

    /// <summary>Writes durably what is there already, to see whether the disk takes it.</summary>
    /// <exception cref="SqliteException">It does not; this connection is spent.</exception>
    public void Probe()
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA user_version = {StateDatabase.SchemaVersion}";
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        insert.Dispose();
        update.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.Add("$kind", SqliteType.Text);
        command.Parameters.Add("$key", SqliteType.Text);
        command.Parameters.Add("$json", SqliteType.Blob);
        return command;
    }
}
