using System.Globalization;
using System.Text;
using ResultsGrid.Grains.Release;
using ResultsGrid.Storage.Local.Documents;

namespace ResultsGrid.Storage.Local;

/// <summary>The highest moment decided by, as one line of text in the data folder, and the one before it.</summary>
/// <remarks>Flushed and then renamed into place, so that a power cut leaves the old moment or the new one.</remarks>
public sealed class FileClockMemory(DataFolder data) : IClockMemory
{
    private readonly string file = Path.Combine(data.Path, "clock");
    private readonly string previous = Path.Combine(data.Path, "clock.previous");

    /// <summary>Null in a folder that never kept one.</summary>
    /// <exception cref="InvalidDataException">Neither copy can be read.</exception>
    public DateTimeOffset? Read()
    {
        if (!Path.Exists(file) && !Path.Exists(previous)) return null;
        return Moment(file) ?? Moment(previous) ?? throw new InvalidDataException(
            $"Neither {file} nor {previous} holds a moment. Write the last time at which this service surely ran into the first, for example 2026-08-13T00:01:00.0000000Z, or delete both.");
    }

    /// <exception cref="IOException">The moment could not be kept; what was kept before still is.</exception>
    /// <exception cref="UnauthorizedAccessException">The same, or a folder lies in the file's place.</exception>
    public void Write(DateTimeOffset highWater)
    {
        var next = file + ".next";
        using (var writing = File.OpenHandle(next, FileMode.Create, FileAccess.Write))
        {
            RandomAccess.Write(writing, Encoding.ASCII.GetBytes(highWater.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)), 0);
            FileFlush.Flush(writing, next);
        }

        // A torn file must not take the place of the good one before it.
        if (Moment(file) is not null) File.Move(file, previous, overwrite: true);
        File.Move(next, file, overwrite: true);
        DirectoryFlush.Flush(data.Path);
    }

    private static DateTimeOffset? Moment(string path)
    {
        try
        {
            return DateTimeOffset.TryParseExact(File.ReadAllText(path).Trim(), "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
