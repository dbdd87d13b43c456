namespace ResultsGrid.Embedded;

/// <summary>The folder that holds everything a one-process host keeps, for its owner's eyes and for one process at a time.</summary>
public sealed class DataFolder : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

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
