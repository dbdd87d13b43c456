using ResultsGrid.Exchange.SeriesFiles;

namespace ResultsGrid.Exchange.Edi;

/// <summary>The faults found in one file so far: the first <see cref="SeriesReading.MaxFaults"/> are kept, the rest counted.</summary>
internal sealed class FaultList(string file)
{
    private const int MaxValueLength = 60;

    private readonly List<Fault> kept = [];

    /// <summary>How many were found, kept or not.</summary>
    public int Count { get; private set; }

    public IReadOnlyList<Fault> Kept => kept;

    public bool HasMore => Count > kept.Count;

    public void Add(int? line, string? field, string? value, string reason)
    {
        Count++;
        if (kept.Count < SeriesReading.MaxFaults) kept.Add(new Fault(file, line, field, value is null ? null : Shown(value), reason));
    }

    private static string Shown(string value)
        => string.Create(Math.Min(value.Length, MaxValueLength), value, (shown, all) =>
        {
            for (var i = 0; i < shown.Length; i++) shown[i] = char.IsControl(all[i]) || char.IsSurrogate(all[i]) ? '?' : all[i];
        });
}
