using ResultsGrid.Awarding.Codes;
using ResultsGrid.Rehearsal;
using ResultsGrid.Tests.Oracle;

namespace ResultsGrid.Tests.Rehearsal;

public class RehearsalPackageTests
{
    public static TheoryData<RehearsalSubjects> Catalogues => [.. Enum.GetValues<RehearsalSubjects>()];

    [Theory]
    [MemberData(nameof(Catalogues))]
    public void Every_row_refers_to_what_is_there(RehearsalSubjects subjects)
    {
        using var package = Rehearsed.Package(Rehearsed.Plan(subjects));
        var candidates = Rows.Of(package, "candidates.csv").Select(Candidate).ToHashSet();
        var options = Rows.Of(package, "options.csv").Select(Option).ToHashSet();
        var papers = Rows.Of(package, "assessments.csv").ToDictionary(row => row["assessment_code"]);
        var contributions = Rows.Of(package, "contributions.csv").ToLookup(Option, row => row["assessment_code"]);
        var linear = Rows.Of(package, "qualifications.csv").Where(row => row["structure"] == "linear").Select(row => row["qualification_code"]).ToHashSet();

        var certified = Rows.Of(package, "certification-entries.csv").ToList();
        var entered = Rows.Of(package, "unit-entries.csv").Select(Entry)
            .Concat(certified.Where(row => linear.Contains(row["qualification_code"])).SelectMany(row => contributions[Option(row)].Select(code => (Candidate(row), code))))
            .ToList();
        Assert.Equal(entered.Count, entered.Distinct().Count());
        Assert.All(certified, row => Assert.True(candidates.Contains(Candidate(row)) && options.Contains(Option(row))));
        Assert.All(entered, entry => Assert.True(candidates.Contains(entry.Item1) && papers.ContainsKey(entry.Item2)));

        var entries = entered.ToHashSet();
        var marks = Rows.Of(package, "marks.csv").ToList();
        Assert.Equal(marks.Count, marks.Select(Entry).Distinct().Count());
        foreach (var row in marks)
        {
            Assert.Contains(Entry(row), entries);
            Assert.Equal(row["status"] is "marked" or "partly-absent", row["mark"] is not "");
            if (row["mark"] is not "") Assert.InRange(int.Parse(row["mark"]), 0, int.Parse(papers[row["assessment_code"]]["maximum_mark"]));
        }

        Assert.All(Rows.Of(package, "special-consideration.csv"), row => Assert.Contains(Entry(row), entries));
        Assert.All(Rows.Of(package, "earlier-results.csv"), row => Assert.True(candidates.Contains(Candidate(row)) && papers[row["assessment_code"]]["kind"] == "unit"));
    }

    [Theory]
    [MemberData(nameof(Catalogues))]
    public void Boundaries_fall_strictly_within_the_maximum(RehearsalSubjects subjects)
    {
        using var package = Rehearsed.Package(Rehearsed.Plan(subjects, 1, 1));
        var papers = Rows.Of(package, "assessments.csv").ToDictionary(row => row["assessment_code"], row => int.Parse(row["maximum_mark"]));
        var totals = Rows.Of(package, "qualifications.csv").ToDictionary(row => row["qualification_code"], row => int.Parse(row["maximum_total"]));
        var grades = Rows.Of(package, "qualifications.csv").ToDictionary(row => row["qualification_code"], row => row["grades"].Contains(';') ? row["grades"].Split("; ") : row["grades"].Split(' '));
        foreach (var paper in Rows.Of(package, "assessment-boundaries.csv").GroupBy(row => row["assessment_code"])) Falls(paper, papers[paper.Key]);
        foreach (var route in Rows.Of(package, "qualification-boundaries.csv").GroupBy(Option))
        {
            Falls(route, totals[route.Key.Item1]);
            Assert.All(route, row => Assert.Contains(row["grade"], grades[route.Key.Item1]));
        }

        static void Falls(IEnumerable<Dictionary<string, string>> rows, int maximum)
        {
            foreach (var row in rows)
            {
                Assert.True(Grade.TryParse(row["grade"], null, out _), row["grade"]);
                if (row["mark"] is "") continue;
                Assert.InRange(int.Parse(row["mark"]), 1, maximum);
                maximum = int.Parse(row["mark"]) - 1;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Catalogues))]
    public void Papers_add_up_to_their_qualification(RehearsalSubjects subjects)
    {
        using var package = Rehearsed.Package(Rehearsed.Plan(subjects, 1, 1));
        var papers = Rows.Of(package, "assessments.csv").ToDictionary(row => row["assessment_code"]);
        var contributions = Rows.Of(package, "contributions.csv").ToLookup(Option);
        var options = Rows.Of(package, "options.csv").ToDictionary(Option, row => int.Parse(row["unit_count"]));
        foreach (var subject in Rows.Of(package, "qualifications.csv"))
            foreach (var (option, count) in options.Where(option => option.Key.Item1 == subject["qualification_code"]))
            {
                var counted = contributions[option].OrderBy(row => row["requirement"], StringComparer.Ordinal).Take(count).Select(row => papers[row["assessment_code"]]);
                var total = subject["structure"] == "linear"
                    ? counted.Sum(paper => int.Parse(paper["maximum_mark"]) * decimal.Parse(paper["weight"], System.Globalization.CultureInfo.InvariantCulture))
                    : counted.Sum(paper => decimal.Parse(paper["maximum_ums"], System.Globalization.CultureInfo.InvariantCulture));
                Assert.Equal(decimal.Parse(subject["maximum_total"], System.Globalization.CultureInfo.InvariantCulture), total);
            }
    }

    [Fact]
    public void A_national_series_is_about_half_linear()
    {
        using var package = Rehearsed.Package(Rehearsed.Plan(RehearsalSubjects.National));
        var subjects = Rows.Of(package, "qualifications.csv").ToList();
        Assert.InRange(subjects.Count(row => row["structure"] == "linear") / (double)subjects.Count, 0.4, 0.6);
        Assert.Contains(subjects, row => row["two_results_files"] == "yes");
    }

    [Theory]
    [InlineData("1B24", "66 58 51 44 37")]
    [InlineData("1B25", "69 63 57 51 46")]
    [InlineData("6B25", "65 59 53 48 43")]
    [InlineData("6B26", "68 61 54 47 41")]
    public void Accounting_has_the_published_boundaries_of_one_real_series(string series, string expected)
    {
        using var package = Rehearsed.Package(Rehearsed.Plan(RehearsalSubjects.Gce, series: series));
        var rows = Rows.Of(package, "assessment-boundaries.csv").Where(row => row["assessment_code"] == "F011").ToList();
        Assert.Equal(expected, string.Join(' ', rows.Select(row => row["mark"])));
        Assert.All(rows, row => Assert.Equal("published", row["provenance"]));
    }

    [Fact]
    public void What_is_invented_says_so()
    {
        using var package = Rehearsed.Package(Rehearsed.Plan(RehearsalSubjects.National));
        Assert.All(Rows.Of(package, "qualifications.csv"), row =>
        {
            Assert.Equal("invented", row["provenance"]);
            Assert.Contains("invented", row["title"], StringComparison.OrdinalIgnoreCase);
        });
    }

    private static (string, string) Candidate(Dictionary<string, string> row) => (row["centre_number"], row["candidate_number"]);

    private static (string, string) Option(Dictionary<string, string> row) => (row["qualification_code"], row["option"]);

    private static ((string, string), string) Entry(Dictionary<string, string> row) => (Candidate(row), row["assessment_code"]);
}
