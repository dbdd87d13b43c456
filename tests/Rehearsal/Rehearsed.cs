using System.IO.Compression;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.SeriesFiles;
using ResultsGrid.Rehearsal;

namespace ResultsGrid.Tests.Rehearsal;

/// <summary>Invented series for tests.</summary>
internal static class Rehearsed
{
    public static RehearsalPlan Plan(
        RehearsalSubjects subjects = RehearsalSubjects.Mixed,
        int centres = 12,
        int candidates = 600,
        int seed = 1,
        string series = "6B26")
        => new(
            SeriesCode.Parse(series), $"Rehearsal {series}", "1",
            new DateTime(2026, 8, 12, 0, 1, 0), new DateTime(2026, 8, 13, 8, 0, 0),
            centres, candidates, seed, subjects, "Invented data: no real candidate");

    public static byte[] Zip(RehearsalPlan plan)
    {
        using var zip = new MemoryStream();
        RehearsalSeries.Write(zip, plan);
        return zip.ToArray();
    }

    public static ZipArchive Package(RehearsalPlan plan) => new(new MemoryStream(Zip(plan)), ZipArchiveMode.Read);

    /// <summary>The series as the product reads it; a refusal fails the test with its first faults.</summary>
    public static LoadedSeries Loaded(RehearsalPlan plan)
    {
        using var zip = new MemoryStream(Zip(plan));
        var reading = SeriesFilesReader.ReadZip(zip, CancellationToken.None);
        if (reading is SeriesReading.Refused refused) Assert.Fail($"{refused.Faults.Count} faults:\n{string.Join('\n', refused.Faults.Take(10))}");
        return ((SeriesReading.Accepted)reading).Series;
    }
}
