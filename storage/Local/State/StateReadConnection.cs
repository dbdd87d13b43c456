using Microsoft.Data.Sqlite;

namespace ResultsGrid.Storage.Local.State;

/// <summary>A reading connection with its prepared statement; used by one thread at a time.</summary>
internal sealed class StateReadConnection : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand select;

    public StateReadConnection(string path)
    {
        connection = StateDatabase.Connect(path);
        select = connection.CreateCommand();
        select.CommandText = "SELECT etag, json FROM state WHERE kind = $kind AND key = $key";
        select.Parameters.Add("$kind", SqliteType.Text);
        select.Parameters.Add("$key", SqliteType.Text);
    }

    public StateRow? Read(StateKey key)
    {
        select.Parameters["$kind"].Value = key.Kind;
        select.Parameters["$key"].Value = key.Key;
        using var row = select.ExecuteReader();
        if (!row.Read()) return null;
        return new(row.GetInt64(0), row.IsDBNull(1) ? null : row.GetFieldValue<byte[]>(1));
    }

    public void Dispose()
    {
        select.Dispose();
        connection.Dispose();
    }
}
