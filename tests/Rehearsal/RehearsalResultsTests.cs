using ResultsGrid.Rehearsal;
using ResultsGrid.Tests.Oracle;

namespace ResultsGrid.Tests.Rehearsal;

/// <summary>What the invented marks come to, by the oracle.</summary>
public class RehearsalResultsTests
{
    [Theory]
    [InlineData(RehearsalSubjects.Gce, 1)]
    [InlineData(RehearsalSubjects.Gcse, 2)]
    [InlineData(RehearsalSubjects.Vocational, 3)]
    [InlineData(RehearsalSubjects.National, 4)]
    [InlineData(RehearsalSubjects.Mixed, 5)]
    public void A_series_of_two_thousand_has_every_kind_of_result(RehearsalSubjects subjects, int seed)
    {
        var plan = Rehearsed.Plan(subjects, 20, 2_000, seed);
        using var zip = new MemoryStream(Rehearsed.Zip(plan));
        var results = ExpectedResults.From(zip).Values.ToList();
        var awards = results.SelectMany(candidate => candidate.Awards).ToList();
        var assessments = results.SelectMany(candidate => candidate.Assessments).ToList();

        Assert.Equal(2_000, results.Count);
        Assert.Contains(awards, award => award.Outcome == "no-result");
        Assert.Contains(awards, award => award.Outcome == "pending");
        Assert.Contains(awards, award => award is { Outcome: "graded", IsPartial: true });
        Assert.Contains(awards, award => award.Grade == "U");
        Assert.Contains(assessments, result => result.Outcome == "absent");
        Assert.Contains(assessments, result => result.Outcome == "no-result");
        Assert.Contains(assessments, result => result is { Outcome: "graded", IsPartial: true });
        Assert.Contains(assessments, result => result.HasConsideration);
        Assert.NotEmpty(UncertifiedUnits(plan));
    }

    [Fact]
    public void Grades_spread_as_grades_do()
    {
        using var zip = new MemoryStream(Rehearsed.Zip(Rehearsed.Plan(RehearsalSubjects.National, 40, 4_000)));
        var graded = ExpectedResults.From(zip).Values.SelectMany(candidate => candidate.Awards).Where(award => award.Outcome == "graded").ToList();
        Assert.InRange(Share(graded, award => award.Grade == "U"), 0.002, 0.05);
        foreach (var subject in graded.GroupBy(award => award.Qualification))
        {
            var grades = subject.Select(award => award.Grade).Distinct().Count();
            var commonest = subject.GroupBy(award => award.Grade).Max(grade => grade.Count()) / (double)subject.Count();
            Assert.True(grades >= 5 && commonest < 0.45, $"{subject.Key}: {grades} grades, the commonest {commonest:p0}");
        }
    }

    [Fact]
    public void About_one_mark_in_seventy_is_an_absence()
    {
        using var package = Rehearsed.Package(Rehearsed.Plan(RehearsalSubjects.National, 40, 4_000));
        var marks = Rows.Of(package, "marks.csv").Select(row => row["status"]).ToList();
        Assert.InRange(marks.Count(status => status == "absent") / (double)marks.Count, 0.01, 0.02);
    }

    [Fact]
    public void Resits_turn_out_better_and_worse()
    {
        using var zip = new MemoryStream(Rehearsed.Zip(Rehearsed.Plan(RehearsalSubjects.Gce, 20, 2_000)));
        var now = ExpectedResults.From(zip).Values
            .SelectMany(candidate => candidate.Assessments.Select(result => ((candidate.Centre, candidate.Number, result.Assessment), result.Ums)))
            .ToDictionary(result => result.Item1, result => result.Ums);
        using var package = Rehearsed.Package(Rehearsed.Plan(RehearsalSubjects.Gce, 20, 2_000));
        var changes = Rows.Of(package, "earlier-results.csv")
            .Where(row => now.ContainsKey((row["centre_number"], row["candidate_number"], row["assessment_code"])))
            .Select(row => now[(row["centre_number"], row["candidate_number"], row["assessment_code"])] - int.Parse(row["ums"]))
            .ToList();
        Assert.InRange(Share(changes, change => change > 0), 0.2, 0.8);
        Assert.InRange(Share(changes, change => change < 0), 0.2, 0.8);
    }

    // Unit entries that nothing the candidate certifies could use.
    private static List<(string, string, string)> UncertifiedUnits(RehearsalPlan plan)
    {
        using var package = Rehearsed.Package(plan);
        var contributions = Rows.Of(package, "contributions.csv").ToLookup(row => row["qualification_code"], row => row["assessment_code"]);
        var certified = Rows.Of(package, "certification-entries.csv")
            .SelectMany(row => contributions[row["qualification_code"]].Select(unit => (row["centre_number"], row["candidate_number"], unit)))
            .ToHashSet();
        return [.. Rows.Of(package, "unit-entries.csv")
            .Select(row => (row["centre_number"], row["candidate_number"], row["assessment_code"]))
            .Where(entry => !certified.Contains(entry))];
    }

    private static double Share<T>(List<T> all, Predicate<T> which) => all.FindAll(which).Count / (double)all.Count;
}
