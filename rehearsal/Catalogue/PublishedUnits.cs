using System.Globalization;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Rehearsal.Catalogue;

/// <summary>Raw boundaries of real units from the board's published tables (data/unit-boundaries.csv names the source).</summary>
internal static class PublishedUnits
{
    private static readonly string[] Grades = ["A*", "A", "B", "C", "D", "E", "F", "G"];
    private static readonly IReadOnlyList<string[]> Rows = Read();

    /// <summary>The table for an invented series: a January table for January, a June table for every other month; even and odd years differ.</summary>
    public static string TableFor(SeriesCode series) => (series.ToString()[0], series.ToString()[3] % 2) switch
    {
        ('1', 0) => "Jan 2012",
        ('1', _) => "Jan 2013",
        (_, 0) => "Jun 2014",
        _ => "Jun 2013",
    };

    /// <exception cref="InvalidOperationException">The table has no such unit: a fault in the catalogue.</exception>
    public static (string Title, int MaximumMark, int MaximumUms, Boundary[] Boundaries) Find(string table, string unit)
    {
        var row = Rows.FirstOrDefault(row => row[0] == table && row[2] == unit)
            ?? throw new InvalidOperationException($"unit-boundaries.csv has no unit {unit} in {table}.");
        var boundaries = Grades.Zip(row[7..])
            .Where(grade => grade.Second.Length > 0)
            .Select(grade => new Boundary(grade.First, Number(grade.Second), null, Provenance.Published));
        return (row[3], Number(row[5]), Number(row[6]), [.. boundaries]);
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static List<string[]> Read()
    {
        using var stream = typeof(PublishedUnits).Assembly.GetManifestResourceStream("unit-boundaries.csv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.TrimEnd('\r').Split(','))
            .Where(row => row.Length == 15)];
    }
}
