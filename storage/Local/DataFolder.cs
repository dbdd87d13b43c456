using ResultsGrid.Storage.Local.State;

namespace ResultsGrid.Storage.Local;

/// <summary>The folder that holds everything a one-process host keeps, for its owner's eyes and for one process at a time.</summary>
public sealed class DataFolder : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static readonly string[] OfAUsedFolder = ["state.db-wal", "clock", "clock.previous", "downloads-open"];

    private readonly FileStream hold;

    private DataFolder(string path, FileStream hold)
    {
        Path = path;
        this.hold = hold;
    }

    /// <summary>Absolute.</summary>
    public string Path { get; }

    public string StateFile => System.IO.Path.Combine(Path, "state.db");

    public string DocumentsFolder => System.IO.Path.Combine(Path, "documents");

    public string DownloadsFolder => System.IO.Path.Combine(Path, "downloads");

    /// <summary>Opens the folder, making it if need be.</summary>
    /// <exception cref="IOException">Another process holds it, or it can't be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It belongs to another user.</exception>
    public static DataFolder Open(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(full);
        }
        else
        {
            Directory.CreateDirectory(full, OwnerOnly);
            File.SetUnixFileMode(full, OwnerOnly);
        }

        return new(full, Hold(full));
    }

    /// <summary>The state file, which may be missing only where everything else is too.</summary>
    /// <exception cref="InvalidDataException">It is gone from a folder that was in use: an empty one in its place would pass for the whole.</exception>
    public string ExistingOrNewStateFile()
    {
        if (File.Exists(StateFile)) return StateFile;
        var others = OfAUsedFolder.Select(name => System.IO.Path.Combine(Path, name)).Where(File.Exists)
            .Concat(Directory.Exists(DocumentsFolder) ? Directory.EnumerateDirectories(DocumentsFolder, "??") : []);
        return others.FirstOrDefault() is { } other
            ? throw new InvalidDataException($"{StateFile} is missing, though {other} is there. {StateDatabase.WhatToDo}")
            : StateFile;
    }

    public void Dispose() => hold.Dispose();

    private static FileStream Hold(string path)
    {
        var file = System.IO.Path.Combine(path, "lock");
        try
        {
            // The system lets go of it when the process ends, however it ends; so a file left behind holds nobody up.
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault) when (fault is not (DirectoryNotFoundException or PathTooLongException))
        {
            throw new IOException($"The data folder {path} is in use by another process. Stop that one, or give this one a folder of its own.", fault);
        }
    }
}
