using ResultsGrid.Exchange.SeriesFiles;

namespace ResultsGrid.Tests.BadInput;

/// <summary>What every refusal must be: faults that a sender can act on and a log can hold.</summary>
internal static class FaultLists
{
    private const int LongestReason = 500;

    public static void ShouldBeSound(this IReadOnlyList<Fault> faults, bool hasMore)
    {
        Assert.InRange(faults.Count, 1, SeriesReading.MaxFaults);
        Assert.True(!hasMore || faults.Count == SeriesReading.MaxFaults, "more faults are said to be there than are listed, though the list isn't full");
        foreach (var fault in faults)
        {
            Assert.True(fault.Reason.Length is > 0 and <= LongestReason, $"a reason of {fault.Reason.Length} characters: {fault.Reason}");
            foreach (var text in new[] { fault.File, fault.Field, fault.Value, fault.Reason }.OfType<string>()) ShouldBeShown(text);
            foreach (var text in new[] { fault.File, fault.Field, fault.Value }.OfType<string>())
                Assert.True(text.Length <= PackageLimits.MaxShownCharacters + 2, $"{text.Length} characters are shown: {text}");
        }
    }

    private static void ShouldBeShown(string text)
        => Assert.False(text.Any(c => char.IsControl(c) || c is '\u202E' or '\u2028'), $"a fault shows what breaks a line of a log: '{text.Replace("\n", "\\n", StringComparison.Ordinal)}'");
}
