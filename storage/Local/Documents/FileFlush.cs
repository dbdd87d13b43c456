using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ResultsGrid.Storage.Local.Documents;

/// <summary>Makes a file's bytes durable.</summary>
internal static class FileFlush
{
    /// <exception cref="UnflushedException">Whether they are, nobody knows.</exception>
    public static void Flush(SafeFileHandle handle, string name) => Flush(handle, name, BySystem);

    /// <param name="flush">In the place of the system's.</param>
    /// <exception cref="UnflushedException">Whether they are, nobody knows.</exception>
    public static void Flush(SafeFileHandle handle, string name, Action<SafeFileHandle> flush)
    {
        try
        {
            flush(handle);
        }
        catch (IOException fault)
        {
            throw new UnflushedException($"Flushing {name} failed: {fault.Message}", fault);
        }
    }

    /// <summary>fsync(2) itself: .NET's flush was seen to return in peace where fsync failed with EIO (tests/NotLost/DiskFaultTests).</summary>
    /// <exception cref="IOException">It failed.</exception>
    public static void BySystem(SafeFileHandle handle)
    {
        if (OperatingSystem.IsWindows()) RandomAccess.FlushToDisk(handle);
        else if (Sync(handle) != 0) throw new IOException($"{Marshal.GetLastPInvokeErrorMessage()}.");
    }

    /// <summary>
    /// fdatasync(2), on Linux: content and length, not the time of the last write, for which a file that is written all the time would have the file system's journal written
    /// at every tick of the clock.
    /// </summary>
    /// <exception cref="IOException">It failed.</exception>
    public static void ContentBySystem(SafeFileHandle handle)
    {
        if (!OperatingSystem.IsLinux()) BySystem(handle);
        else if (SyncContent(handle) != 0) throw new IOException($"{Marshal.GetLastPInvokeErrorMessage()}.");
    }

    [DllImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SyncContent(SafeFileHandle handle);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(SafeFileHandle handle);
}
