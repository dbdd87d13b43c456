using System.IO.Compression;
using System.Text;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Rehearsal;
using ResultsGrid.Tests.Rehearsal;

namespace ResultsGrid.Tests.Pipeline;

/// <summary>Packages of invented series that a test clock's night releases.</summary>
internal static class InventedSeries
{
    public const string Code = "6B26";

    /// <summary>From the clock's start until after the restricted release, and before the candidates'.</summary>
    public static readonly TimeSpan UntilReleased = TimeSpan.FromMinutes(5);

    public static byte[] Package(int centres, int candidates, int seed)
        => Rehearsed.Zip(new RehearsalPlan(
            SeriesCode.Parse(Code), "Invented June 2026", "6B26-3",
            new DateTime(2026, 8, 13, 0, 1, 0), new DateTime(2026, 8, 13, 8, 0, 0),
            centres, candidates, seed, RehearsalSubjects.Mixed, "Invented data: no real candidate"));

    /// <summary>The package with one mark of a centre changed by one.</summary>
    /// <returns>And whose it is, of what.</returns>
    public static (byte[] Package, string Candidate, string Assessment) WithOneMarkChanged(byte[] package, string centre)
    {
        string[] found = [];
        var changed = Edited(package, "marks.csv", lines =>
        {
            var index = Array.FindIndex(lines, line => line.Split(',') is [var number, _, _, "marked", var mark] && number == centre && int.Parse(mark) > 0);
            found = lines[index].TrimEnd('\r').Split(',');
            lines[index] = string.Join(',', [.. found[..4], $"{int.Parse(found[4]) - 1}"]);
            return lines;
        });
        return (changed, found[1], found[2]);
    }

    /// <summary>The package with units entered and nobody certifying this qualification.</summary>
    public static byte[] WithoutCertification(byte[] package, string qualification)
    {
        foreach (var file in new[] { "certification-entries.csv", "special-consideration.csv" })
            package = Edited(package, file, lines => lines.Where(line => !line.Split(',').Contains(qualification)));
        return package;
    }

    /// <summary>The package with the lines of one file replaced.</summary>
    public static byte[] Edited(byte[] package, string file, Func<string[], IEnumerable<string>> edit)
    {
        using var copy = new MemoryStream();
        copy.Write(package);
        using (var zip = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry(file)!;
            string[] lines;
            using (var reader = new StreamReader(entry.Open(), Encoding.UTF8)) lines = reader.ReadToEnd().Split('\n');
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(file).Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            writer.Write(string.Join('\n', edit(lines)));
        }

        return copy.ToArray();
    }
}
