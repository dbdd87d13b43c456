using System.IO.Compression;
using System.Text.Json;
using ResultsGrid.Tests.Oracle;
using Row = System.Collections.Generic.Dictionary<string, string>;

namespace ResultsGrid.Tests.Pipeline;

/// <summary>A package as its documents should show it: the oracle's results, and beside them the package's own rows.</summary>
public sealed class ExpectedSeries
{
    private readonly JsonElement schedule;
    private readonly Dictionary<string, Row> qualifications;
    private readonly Dictionary<string, Row> assessments;
    private readonly ILookup<string, string> unitGrades;
    private readonly Dictionary<(string Gradeset, string Grade), string> carried;

    public ExpectedSeries(byte[] package)
    {
        using var stream = new MemoryStream(package);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
        using (var json = JsonDocument.Parse(zip.GetEntry("series.json")!.Open())) schedule = json.RootElement.Clone();
        qualifications = Rows.Of(zip, "qualifications.csv").ToDictionary(row => row["qualification_code"]);
        assessments = Rows.Of(zip, "assessments.csv").ToDictionary(row => row["assessment_code"]);
        unitGrades = Rows.Of(zip, "assessment-boundaries.csv").ToLookup(row => row["assessment_code"], row => row["grade"]);
        carried = Rows.Of(zip, "gradesets.csv").Where(row => row["exchange_grades"].Length > 0)
            .SelectMany(row => Listed(row["grades"]).Zip(Listed(row["exchange_grades"]), (grade, code) => (Key: (row["gradeset"], grade), code)))
            .ToDictionary(pair => pair.Key, pair => pair.code);
        Contributions = Rows.Of(zip, "contributions.csv").ToLookup(row => row["qualification_code"], row => row["assessment_code"]);

        var results = ExpectedResults.From(stream);
        var earlier = Rows.Of(zip, "earlier-results.csv").ToLookup(row => (row["centre_number"], row["candidate_number"]));
        var candidates = Rows.Of(zip, "candidates.csv").ToLookup(
            row => row["centre_number"],
            row => new ExpectedPerson(row, results[(row["centre_number"], row["candidate_number"])], [.. earlier[(row["centre_number"], row["candidate_number"])]]));
        Centres = [.. Rows.Of(zip, "centres.csv")
            .Select(row => new ExpectedCentre(this, row["centre_number"], row["name"], [.. candidates[row["centre_number"]].OrderBy(person => person.Number, StringComparer.Ordinal)]))
            .OrderBy(centre => centre.Number, StringComparer.Ordinal)];
    }

    public IReadOnlyList<ExpectedCentre> Centres { get; }

    public string Code => schedule.GetProperty("series").GetString()!;

    public string Title => schedule.GetProperty("title").GetString()!;

    public string BasedataVersion => schedule.GetProperty("basedataVersion").GetString()!;

    public string Notice => schedule.GetProperty("notice").GetString()!;

    /// <summary>The assessments of all options, by qualification.</summary>
    public ILookup<string, string> Contributions { get; }

    public bool IsUnit(string assessment) => assessments[assessment]["kind"] == "unit";

    /// <summary>Is this a unit whose results go out in the second file?</summary>
    public bool IsSeparate(string unit) => qualifications.Values
        .Any(row => row["two_results_files"] == "yes" && Contributions[row["qualification_code"]].Contains(unit));

    public bool HasTwoFiles(string qualification) => qualifications[qualification]["two_results_files"] == "yes";

    public bool IsCode(string text) => qualifications.ContainsKey(text) || assessments.ContainsKey(text);

    public string TitleOf(string code) => (qualifications.GetValueOrDefault(code) ?? assessments[code])["title"];

    /// <summary>What a total is out of.</summary>
    public int MaximumTotal(string qualification) => int.Parse(qualifications[qualification]["maximum_total"]);

    public int MaximumMark(string assessment) => int.Parse(assessments[assessment]["maximum_mark"]);

    /// <summary>Null for a component.</summary>
    public int? MaximumUms(string assessment) => assessments[assessment]["maximum_ums"] is { Length: > 0 } text ? int.Parse(text) : null;

    /// <summary>The raw mark times the weight, exactly; null for a unit and where there is no mark.</summary>
    public decimal? WeightedMark(ExpectedAssessment result)
        => IsUnit(result.Assessment) ? null : result.RawMark * (assessments[result.Assessment]["weight"] is { Length: > 0 } weight ? decimal.Parse(weight) : 1);

    /// <summary>The grade as the results file has it: by the code of its gradeset, or as it is printed.</summary>
    public string Carried(string code, string grade)
    {
        var gradeset = qualifications.TryGetValue(code, out var qualification) ? qualification["gradeset"] : assessments[code]["gradeset"];
        if (gradeset.Length == 0) gradeset = qualifications.Values.First(row => Contributions[row["qualification_code"]].Contains(code))["gradeset"];
        return carried.GetValueOrDefault((gradeset, grade), grade);
    }

    /// <summary>Highest first, U last.</summary>
    public IEnumerable<string> Grades(string code)
        => (qualifications.TryGetValue(code, out var row) ? Listed(row["grades"]) : unitGrades[code]).Append("U");

    // Words have spaces between them, and semicolons between the grades.
    private static string[] Listed(string grades) => grades.Contains(';') ? grades.Split("; ") : grades.Split(' ');
}
