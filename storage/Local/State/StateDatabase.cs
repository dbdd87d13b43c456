using System.Globalization;
using Microsoft.Data.Sqlite;
using ResultsGrid.Storage.Local.Documents;

namespace ResultsGrid.Storage.Local.State;

/// <summary>The file state.db: its one table, its settings, and whether it may be used.</summary>
internal static class StateDatabase
{
    /// <summary>Raised with every change of the table, together with the step that brings an older file up to it.</summary>
    public const int SchemaVersion = 1;

    // 'RGst', so that another program's database is not taken for ours.
    private const int ApplicationId = 0x52477374;
    private const int CacheKibibytes = 64 * 1024;
    private const int ReadAheadBytes = 4 * 1024 * 1024;

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

    /// <summary>What an operator does about a damaged file.</summary>
    public const string WhatToDo = "Nothing was changed. Move the whole data folder aside, and put back the last backup: docs/operations.md, \"Back up and restore\".";

    /// <summary>Makes the file if it isn't there, and checks it if it is.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, another program's, or of a newer version.</exception>
    /// <exception cref="IOException">The disk does not take it.</exception>
    public static void Prepare(string path)
    {
        try
        {
            if (!File.Exists(path)) Create(path);
            if (new FileInfo(path).Length == 0) throw Damaged(path, "it is empty", null);
            OpenMark.RefuseLostLog(path);
            if (WriteAheadLog.DamageIn(WriteAheadLog.Of(path)) is { } damage) throw Damaged(path, damage, null);
            ReadAhead(path);
            using var connection = Connect(path);
            Check(connection, path);
            FoldLog(connection, path);
            // Before the log goes with this connection: a start that is killed here leaves neither.
            OpenMark.Clear(path);
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB)
        {
            throw Damaged(path, fault.Message, fault);
        }
        catch (SqliteException fault)
        {
            throw new IOException($"{path} can't be opened for writing: {fault.Message} Is the disk full, or read-only?", fault);
        }
    }

    /// <summary>Moves what the log holds into the file, flushed, and empties the log.</summary>
    /// <remarks>
    /// Done at every start: a log that a failed flush left behind is read from the system's memory and may not be on the disk,
    /// and what would be appended to it would go with it.
    /// </remarks>
    public static void FoldLog(SqliteConnection connection, string path)
    {
        if (Number(connection, "PRAGMA wal_checkpoint(TRUNCATE)") != 0) throw new IOException($"{path} is in use by another program, which keeps its log from being folded in.");
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

    /// <summary>Under another name first: an empty file by the right name is damage, never a beginning.</summary>
    private static void Create(string path)
    {
        var draft = path + ".new";
        foreach (var file in new[] { draft, WriteAheadLog.Of(draft), draft + "-shm" }) File.Delete(file);
        using (var connection = Connect(draft))
        {
            Run(connection, $"BEGIN; {Schema}; PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {SchemaVersion}; COMMIT");
            FoldLog(connection, draft);
        }

        File.Move(draft, path);
        DirectoryFlush.Flush(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>
    /// Reads the file from its beginning to its end, so that the check finds it in the system's memory: in the order of its
    /// tree a country's file, 2.7 GB, took 51 s from the disk, so ordered 8 s (docs/proofs.md).
    /// </summary>
    private static void ReadAhead(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, FileOptions.SequentialScan);
        var block = new byte[ReadAheadBytes];
        for (var at = 0L; RandomAccess.Read(file, block, at) is var read and > 0;) at += read;
    }

    private static void Check(SqliteConnection connection, string path)
    {
        var (application, version) = (Number(connection, "PRAGMA application_id"), Number(connection, "PRAGMA user_version"));
        if (application != ApplicationId) throw new InvalidDataException($"{path} is another program's database. Name a data folder of its own.");
        if (version > SchemaVersion)
            throw new InvalidDataException($"{path} was written by a newer version of this program (schema {version}; this one knows {SchemaVersion}). Start the newer version; nothing was changed.");
        if (Text(connection, "PRAGMA quick_check(1)") is var finding and not "ok") throw Damaged(path, finding, null);
    }

    private static InvalidDataException Damaged(string path, string finding, Exception? fault)
        => new($"{path} is damaged ({finding}), so nothing is served from it. {WhatToDo}", fault);

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
