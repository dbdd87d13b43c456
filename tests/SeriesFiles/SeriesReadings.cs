using System.Text;
using System.Text.Json;
using ResultsGrid.Exchange.SeriesFiles;

namespace ResultsGrid.Tests.SeriesFiles;

/// <summary>What a test expects of a reading, failing with what was found instead.</summary>
public static class SeriesReadings
{
    public static LoadedSeries ShouldBeAccepted(this SeriesReading reading)
    {
        if (reading is SeriesReading.Refused refused) Assert.Fail($"Refused:\n{Listed(refused.Faults)}");
        return Assert.IsType<SeriesReading.Accepted>(reading).Series;
    }

    public static IReadOnlyList<Fault> ShouldBeRefused(this SeriesReading reading)
    {
        var refused = Assert.IsType<SeriesReading.Refused>(reading);
        Assert.NotEmpty(refused.Faults);
        return refused.Faults;
    }

    /// <summary>The reading names this fault and no other.</summary>
    public static void ShouldName(this SeriesReading reading, string file, int? line, string? field, string? value, string reason)
    {
        var faults = reading.ShouldBeRefused();
        var found = faults.Count == 1
            && (faults[0].File, faults[0].Line, faults[0].Field, faults[0].Value) == (file, line, field, value)
            && faults[0].Reason.Contains(reason, StringComparison.Ordinal);
        Assert.True(found, $"Expected one fault {file} | {line} | {field} | {value} | …{reason}…, found:\n{Listed(faults)}");
    }

    /// <summary>The reading names this fault among others.</summary>
    public static void ShouldAlsoName(this SeriesReading reading, string file, int? line, string? field, string? value, string reason)
    {
        var faults = reading.ShouldBeRefused();
        Assert.True(
            faults.Any(fault => (fault.File, fault.Line, fault.Field, fault.Value) == (file, line, field, value) && fault.Reason.Contains(reason, StringComparison.Ordinal)),
            $"Expected a fault {file} | {line} | {field} | {value} | …{reason}…, found:\n{Listed(faults)}");
    }

    /// <summary>Every figure of a series as text, so that two can be compared whole.</summary>
    public static string AsText(this LoadedSeries series) => JsonSerializer.Serialize(series);

    private static string Listed(IEnumerable<Fault> faults)
        => faults.Aggregate(new StringBuilder(), (text, fault) => text.AppendLine(fault.ToString())).ToString();
}
