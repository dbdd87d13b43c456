using Microsoft.Data.Sqlite;

namespace ResultsGrid.Tests.NotWrong;

/// <summary>Everything that a store holds of grains, but who downloaded what: reading is recorded, and nothing else may change by it.</summary>
internal static class StoredState
{
    public static IReadOnlyDictionary<string, string> Of(string folder)
    {
        using var database = new SqliteConnection($"Data Source={Path.Combine(folder, "state.db")};Mode=ReadOnly;Pooling=False");
        database.Open();
        using var select = database.CreateCommand();
        select.CommandText = "SELECT kind || ' of ' || key, etag || ' ' || coalesce(json, '') FROM state WHERE kind NOT LIKE '%/DownloadsState'";
        using var rows = select.ExecuteReader();
        var state = new Dictionary<string, string>();
        while (rows.Read()) state[rows.GetString(0)] = rows.GetString(1);
        return state;
    }
}
