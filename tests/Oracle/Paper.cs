namespace ResultsGrid.Tests.Oracle;

/// <summary>A line of assessments.csv with its boundaries, every blank filled by the published rules (domain 4.2).</summary>
public sealed class Paper
{
    private readonly List<(int Raw, int Ums)> points = [];
    private readonly List<(string Grade, int Raw)> grades = [];

    public Paper(Dictionary<string, string> row, IEnumerable<Dictionary<string, string>> boundaries)
    {
        Code = row["assessment_code"];
        Level = row["level"];
        IsUnit = row["kind"] == "unit";
        IsExamined = row["marking"] == "examined";
        MaximumMark = int.Parse(row["maximum_mark"]);
        Weight = Fraction.Parse(row["weight"] is "" ? "1" : row["weight"]);
        if (IsUnit) MaximumUms = int.Parse(row["maximum_ums"]);
        var lines = boundaries.ToList();
        foreach (var line in lines) grades.Add((line["grade"], line["mark"] is "" ? AllowedE() : int.Parse(line["mark"])));
        if (IsUnit) FillScale(row, lines);
    }

    public string Code { get; }

    /// <summary>as, a2, gcse, vocational, or blank for a component.</summary>
    public string Level { get; }

    public bool IsUnit { get; }

    public bool IsExamined { get; }

    public int MaximumMark { get; }

    public int MaximumUms { get; }

    public Fraction Weight { get; }

    public string Grade(int raw)
    {
        foreach (var (grade, mark) in grades)
            if (raw >= mark) return grade;
        return "U";
    }

    /// <summary>On the straight line between the two nearest conversion points, halves up.</summary>
    public int Ums(int raw)
    {
        // The grade earns its points, and no mark between the boundaries any others.
        if (Level == "grade-points") return points.Where(point => point.Raw > 0 && point.Raw <= raw && grades.Any(grade => grade.Raw == point.Raw)).Select(point => point.Ums).DefaultIfEmpty(0).Max();
        var at = points.Where(point => point.Raw <= raw).MaxBy(point => point.Raw);
        if (at.Raw == raw || points.All(point => point.Raw <= raw)) return points.Where(point => point.Raw <= raw).Max(point => point.Ums);
        var next = points.Where(point => point.Raw > raw).MinBy(point => point.Raw);
        return (at.Ums + (Fraction)((raw - at.Raw) * (next.Ums - at.Ums)) / (next.Raw - at.Raw)).Rounded();
    }

    private int Mark(string grade) => grades.Single(line => line.Grade == grade).Raw;

    // Half a band below D.
    private int AllowedE() => Mark("D") - (Mark("C") - Mark("D")) / 2;

    private void FillScale(Dictionary<string, string> row, List<Dictionary<string, string>> lines)
    {
        var attainable = row["attainable_ums"] is not "" ? int.Parse(row["attainable_ums"])
            : row["tier"] == "foundation" ? Percent(70) - 1
            : MaximumUms;
        points.Add((0, 0));
        points.Add((MaximumMark, attainable));
        foreach (var ((grade, raw), line) in grades.Zip(lines))
            points.Add((raw, line["ums"] is not "" ? int.Parse(line["ums"]) : Percent(Share(grade, row["tier"]))));

        if (row["below_lowest"] == "notional-n")
            points.Add((row["n_mark"] is not "" ? int.Parse(row["n_mark"]) : 2 * Mark("E") - Mark("D"), Percent(30)));
        if (Level == "a2") points.Add((AStar(row), Percent(90)));
        if (Level is "as" or "a2" && Cap(row) is { } cap && cap < MaximumMark) points.Add((cap, attainable));
    }

    private int Percent(int percent) => ((Fraction)(MaximumUms * percent) / 100).Rounded();

    private int Share(string grade, string tier) => Level == "gcse"
        ? grade == "E" && tier == "higher" ? 45 : 90 - 10 * Array.IndexOf(["A*", "A", "B", "C", "D", "E", "F", "G"], grade)
        : 80 - 10 * Array.IndexOf(["A", "B", "C", "D", "E"], grade);

    private int AStar(Dictionary<string, string> row)
    {
        if (row["a_star_mark"] is not "") return int.Parse(row["a_star_mark"]);
        var (a, band) = (Mark("A"), Mark("A") - Mark("B"));
        return MaximumMark - a > 2 * band ? a + band : (a + MaximumMark) / 2;
    }

    private int? Cap(Dictionary<string, string> row) => row["cap_mark"] switch
    {
        "none" => null,
        "" when Level == "a2" => 2 * AStar(row) - Mark("A"),
        "" => Mark("A") + 2 * (Mark("A") - Mark("B")),
        var given => int.Parse(given),
    };
}
