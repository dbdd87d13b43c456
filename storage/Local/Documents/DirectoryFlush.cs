using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ResultsGrid.Storage.Local.Documents;

/// <summary>Makes a directory's entries durable: a renamed file may be lost with the power while only its bytes are flushed.</summary>
internal static class DirectoryFlush
{
    private const int ReadOnly = 0;

    /// <summary>open(2) and fsync(2) of the directory, which .NET's files refuse to open. On Windows, whose file system logs its entries, nothing.</summary>
    /// <exception cref="UnflushedException">The directory can't be opened or flushed.</exception>
    public static void Flush(string directory)
    {
        if (OperatingSystem.IsWindows()) return;
        using var handle = new SafeFileHandle(Open(directory, ReadOnly), ownsHandle: true);
        if (handle.IsInvalid) throw new UnflushedException($"Opening the directory {directory} to flush it failed: {Marshal.GetLastPInvokeErrorMessage()}.");
        FileFlush.Flush(handle, $"the directory {directory}");
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
}
