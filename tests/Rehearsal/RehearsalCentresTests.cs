using ResultsGrid.Rehearsal;
using ResultsGrid.Tests.Oracle;

namespace ResultsGrid.Tests.Rehearsal;

public class RehearsalCentresTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 9_999)]
    [InlineData(7, 7)]
    [InlineData(300, 6_000)]
    public void Candidates_are_as_many_as_planned_and_no_centre_is_empty(int centres, int candidates)
    {
        var sizes = Sizes(Rehearsed.Plan(RehearsalSubjects.Vocational, centres, candidates));
        Assert.Equal((centres, candidates), (sizes.Count, sizes.Sum()));
        Assert.All(sizes, size => Assert.InRange(size, 1, 9_999));
    }

    [Fact]
    public void Sizes_have_a_long_tail()
    {
        var sizes = Sizes(Rehearsed.Plan(RehearsalSubjects.Vocational, 400, 20_000)).Order().ToList();
        var (median, largest, mean) = (sizes[200], sizes[^1], sizes.Average());
        Assert.True(mean > 1.2 * median && largest > 6 * median, $"median {median}, mean {mean}, largest {largest}");
    }

    [Fact]
    public void Centre_numbers_have_five_digits_and_never_repeat()
    {
        using var package = Rehearsed.Package(Rehearsed.Plan(RehearsalSubjects.Vocational, 3_000, 3_000));
        var numbers = Rows.Of(package, "centres.csv").Select(row => row["centre_number"]).ToList();
        Assert.Equal(3_000, numbers.Distinct().Count());
        Assert.All(numbers, number => Assert.InRange(int.Parse(number), 10_000, 99_999));
        Assert.Equal(numbers.Order(StringComparer.Ordinal), numbers);
    }

    [Fact]
    public void Every_centre_says_that_it_is_invented()
    {
        using var package = Rehearsed.Package(Rehearsed.Plan());
        Assert.All(Rows.Of(package, "centres.csv"), row => Assert.StartsWith("Invented ", row["name"], StringComparison.Ordinal));
    }

    [Fact]
    public void Series_share_their_centres_and_a_UCI_is_the_same_person_in_each()
    {
        using var summer = Rehearsed.Package(Rehearsed.Plan(RehearsalSubjects.National, seed: 1, series: "6B26"));
        using var winter = Rehearsed.Package(Rehearsed.Plan(RehearsalSubjects.National, centres: 5, candidates: 400, seed: 2, series: "BG26"));
        var names = Rows.Of(summer, "centres.csv").ToDictionary(row => row["centre_number"], row => row["name"]);
        Assert.All(Rows.Of(winter, "centres.csv"), row => Assert.Equal(names[row["centre_number"]], row["name"]));

        var people = Rows.Of(summer, "candidates.csv").ToDictionary(row => row["uci"], Person);
        var met = Rows.Of(winter, "candidates.csv").Where(row => people.ContainsKey(row["uci"])).ToList();
        Assert.NotEmpty(met);
        Assert.All(met, row => Assert.Equal(people[row["uci"]], Person(row)));

        static string Person(Dictionary<string, string> row) => $"{row["family_name"]}|{row["forenames"]}|{row["date_of_birth"]}|{row["uln"]}";
    }

    private static List<int> Sizes(RehearsalPlan plan)
    {
        using var package = Rehearsed.Package(plan);
        return [.. Rows.Of(package, "candidates.csv").GroupBy(row => row["centre_number"]).Select(centre => centre.Count())];
    }
}
