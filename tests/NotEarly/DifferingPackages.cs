using System.Globalization;
using System.IO.Compression;
using ResultsGrid.Tests.Oracle;
using ResultsGrid.Tests.Pipeline;

namespace ResultsGrid.Tests.NotEarly;

/// <summary>Two packages of the same centres and candidates whose results differ everywhere but in one centre.</summary>
internal static class DifferingPackages
{
    /// <summary>Every so many results are an absence in the other package.</summary>
    private const int Absence = 7;

    public static byte[] One { get; } = InventedSeries.Package(centres: 4, candidates: 60, seed: 11);

    /// <summary>Other marks for all others' candidates, so other grades, totals, counts and lengths; other boundaries where they don't touch the centre.</summary>
    /// <param name="alike">The centre whose own results stay the same to the last byte.</param>
    public static byte[] Other(string alike)
    {
        var taken = Taken(alike);
        var withMarks = InventedSeries.Edited(One, "marks.csv", lines => lines.Select((line, place) => line.TrimEnd('\r').Split(',') switch
        {
            [var centre, ..] when centre == alike => line,
            [var centre, var candidate, var code, "marked", _] when place % Absence == 0 => $"{centre},{candidate},{code},absent,",
            [var centre, var candidate, var code, "marked", var mark] => $"{centre},{candidate},{code},marked,{Number(mark) * 2 / 3}",
            _ => line,
        }));
        // An allowance goes with a mark, which may be an absence now.
        var consistent = InventedSeries.Edited(withMarks, "special-consideration.csv", lines => lines.Where(line => line.Split(',') is not [var centre, _, _, "allowance", ..] || centre == alike));
        return InventedSeries.Edited(consistent, "assessment-boundaries.csv", lines => lines.Select(line => line.TrimEnd('\r').Split(',') switch
        {
            [var code, var grade, var mark, var ums, var provenance] when !taken.Contains(code) && int.TryParse(mark, out var number) && number > 1
                => $"{code},{grade},{number - 1},{ums},{provenance}",
            _ => line,
        }));
    }

    private static HashSet<string> Taken(string centre)
    {
        using var zip = new ZipArchive(new MemoryStream(One), ZipArchiveMode.Read);
        return [.. Rows.Of(zip, "marks.csv").Concat(Rows.Of(zip, "unit-entries.csv")).Concat(Rows.Of(zip, "earlier-results.csv"))
            .Where(row => row["centre_number"] == centre).Select(row => row["assessment_code"])];
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
