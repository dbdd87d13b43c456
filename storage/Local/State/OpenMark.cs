using Microsoft.Data.Sqlite;
using ResultsGrid.Storage.Local.Documents;

namespace ResultsGrid.Storage.Local.State;

/// <summary>A file beside the state file that says: it was not closed, so the newest writes are in its log, which must be there.</summary>
/// <remarks>Its connection stays open with it: SQLite deletes the log with the last one.</remarks>
internal sealed class OpenMark : IDisposable
{
    private readonly string path;
    private readonly SqliteConnection connection;

    private OpenMark(string path, SqliteConnection connection) => (this.path, this.connection) = (path, connection);

    /// <exception cref="InvalidDataException">The mark is there and the log is not.</exception>
    public static void RefuseLostLog(string path)
    {
        if (File.Exists(FileOf(path)) && !File.Exists(WriteAheadLog.Of(path)))
            throw new InvalidDataException($"{WriteAheadLog.Of(path)}, which holds the newest writes of a process that was not stopped in order, is missing. {StateDatabase.WhatToDo}");
    }

    public static OpenMark Set(string path)
    {
        var connection = StateDatabase.Connect(path);
        try
        {
            // Reading makes the log; only then may the mark ask for it.
            StateDatabase.FoldLog(connection, path);
            File.WriteAllText(FileOf(path), "");
            DirectoryFlush.Flush(Path.GetDirectoryName(Path.GetFullPath(path))!);
            return new OpenMark(path, connection);
        }
        catch
        {
            Clear(path);
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The log is folded in: nothing is lost with it any more.</summary>
    public static void Clear(string path) => File.Delete(FileOf(path));

    /// <summary>Folds the log in and takes the mark away; where that fails, both stay for the next start.</summary>
    public void Dispose()
    {
        try
        {
            StateDatabase.FoldLog(connection, path);
            Clear(path);
        }
        catch (Exception fault) when (fault is SqliteException or IOException)
        {
            // The log is as good as before: a start after a crash reads it too.
        }

        connection.Dispose();
        // Closing may have managed what folding did not.
        if (!File.Exists(WriteAheadLog.Of(path))) Clear(path);
    }

    private static string FileOf(string path) => path + "-open";
}
