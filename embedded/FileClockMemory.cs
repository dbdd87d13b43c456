using System.Globalization;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Embedded;

/// <summary>The highest moment decided by, as one line of text in the data folder.</summary>
/// <remarks>Replaced by a rename, so that it is whole; not flushed, since a restart may forget the last seconds.</remarks>
public sealed class FileClockMemory(DataFolder data) : IClockMemory
{
    private readonly string file = Path.Combine(data.Path, "clock");

    public DateTimeOffset? Read()
    {
        if (!File.Exists(file)) return null;
        var text = File.ReadAllText(file).Trim();
        return DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var highWater)
            ? highWater
            : throw new InvalidDataException($"{file} holds '{text}', which is no moment. Write the last time at which this service surely ran into it, or delete it.");
    }

    public void Write(DateTimeOffset highWater)
    {
        var next = file + ".next";
        File.WriteAllText(next, highWater.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));
        File.Move(next, file, overwrite: true);
    }
}
