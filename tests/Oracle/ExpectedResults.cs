using System.IO.Compression;

namespace ResultsGrid.Tests.Oracle;

/// <summary>
/// The results that a series package should lead to, worked out from its CSV files alone, exactly and by brute force:
/// nothing of the product is used, so that the two can be compared.
/// </summary>
public static class ExpectedResults
{
    /// <returns>Every candidate of the package, by centre and number.</returns>
    public static IReadOnlyDictionary<(string Centre, string Number), ExpectedCandidate> From(string zipPath)
    {
        using var stream = File.OpenRead(zipPath);
        return From(stream);
    }

    /// <inheritdoc cref="From(string)"/>
    public static IReadOnlyDictionary<(string Centre, string Number), ExpectedCandidate> From(Stream zip)
    {
        using var package = new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true);
        var examiner = new Examiner(Papers(package), Rules(package));
        return Works(package).ToDictionary(work => work.Key, work => examiner.Examine(work.Key.Centre, work.Key.Number, work.Value));
    }

    private static Dictionary<string, Paper> Papers(ZipArchive package)
    {
        var boundaries = Rows.Of(package, "assessment-boundaries.csv").ToLookup(row => row["assessment_code"]);
        return Rows.Of(package, "assessments.csv")
            .Select(row => new Paper(row, boundaries[row["assessment_code"]]))
            .ToDictionary(paper => paper.Code);
    }

    private static Dictionary<(string, string), Rule> Rules(ZipArchive package)
    {
        var qualifications = Rows.Of(package, "qualifications.csv").ToDictionary(row => row["qualification_code"]);
        var parts = Rows.Of(package, "contributions.csv").ToLookup(Route, row => (row["assessment_code"], row["requirement"] == "mandatory"));
        var boundaries = Rows.Of(package, "qualification-boundaries.csv").ToLookup(Route, row => (row["grade"], int.Parse(row["mark"])));
        return Rows.Of(package, "options.csv").ToDictionary(Route, row =>
        {
            var whole = qualifications[row["qualification_code"]];
            return new Rule(
                row["qualification_code"],
                row["option"],
                whole["structure"] == "linear",
                int.Parse(whole["maximum_total"]),
                int.Parse(row["unit_count"]),
                [.. parts[Route(row)]],
                [.. boundaries[Route(row)]],
                whole["a_star_ums"] is "" ? null : (int.Parse(whole["a_star_overall_ums"]), int.Parse(whole["a_star_ums"]), whole["a_star_units"].Split(' ', StringSplitOptions.RemoveEmptyEntries), Number(whole["a_star_best_of"])),
                Number(whole["terminal_share_percent"]) ?? 0,
                whole["terminal_final_examination"] == "yes");
        });
    }

    private static Dictionary<(string Centre, string Number), Work> Works(ZipArchive package)
    {
        var works = Rows.Of(package, "candidates.csv").ToDictionary(Key, row => new Work { HasTwoUcis = row["second_uci"] is not "" });
        foreach (var row in Rows.Of(package, "unit-entries.csv")) works[Key(row)].UnitEntries.Add(row["assessment_code"]);
        foreach (var row in Rows.Of(package, "certification-entries.csv")) works[Key(row)].Certifications.Add(row);
        foreach (var row in Rows.Of(package, "marks.csv")) works[Key(row)].Marks.Add(row["assessment_code"], (row["status"], Number(row["mark"])));
        foreach (var row in Rows.Of(package, "earlier-results.csv")) works[Key(row)].Earlier.Add(row);
        foreach (var row in Rows.Of(package, "special-consideration.csv"))
        {
            if (row["kind"] == "absent-unit") works[Key(row)].AbsentUnits.Add(row);
            else works[Key(row)].Allowances.Add(row["assessment_code"], int.Parse(row["marks"]));
        }

        return works;
    }

    private static (string Centre, string Number) Key(Dictionary<string, string> row) => (row["centre_number"], row["candidate_number"]);

    private static (string, string) Route(Dictionary<string, string> row) => (row["qualification_code"], row["option"]);

    private static int? Number(string text) => text is "" ? null : int.Parse(text);
}
