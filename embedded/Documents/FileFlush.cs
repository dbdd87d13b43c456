using Microsoft.Win32.SafeHandles;

namespace ResultsGrid.Embedded.Documents;

/// <summary>Makes a file's bytes durable.</summary>
internal static class FileFlush
{
    /// <exception cref="UnflushedException">Whether they are, nobody knows.</exception>
    public static void Flush(SafeFileHandle handle, string name) => Flush(handle, name, RandomAccess.FlushToDisk);

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
}
