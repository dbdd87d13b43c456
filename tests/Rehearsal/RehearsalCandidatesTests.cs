using System.Text;
using ResultsGrid.Exchange.Edi;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Rehearsal;
using ResultsGrid.Tests.Oracle;

namespace ResultsGrid.Tests.Rehearsal;

public class RehearsalCandidatesTests
{
    private static readonly List<Dictionary<string, string>> Candidates = Read();

    [Fact]
    public void Every_UCI_is_valid_the_centres_own_and_nobody_elses()
    {
        var all = Candidates.Select(row => row["uci"]).Concat(Candidates.Select(row => row["second_uci"]).Where(uci => uci is not "")).ToList();
        Assert.All(all, uci => Assert.True(Uci.TryParse(uci, null, out _), uci));
        Assert.Equal(all.Count, all.Distinct().Count());
        Assert.All(Candidates, row => Assert.StartsWith(row["centre_number"], row["uci"], StringComparison.Ordinal));
    }

    [Fact]
    public void Some_candidates_have_a_second_UCI()
        => Assert.InRange(Candidates.Count(row => row["second_uci"] is not ""), 5, 100);

    [Fact]
    public void Every_ULN_is_valid_and_unique_and_some_are_blank()
    {
        var ulns = Candidates.Select(row => row["uln"]).Where(uln => uln is not "").ToList();
        Assert.All(ulns, uln => Assert.True(Uln.TryParse(uln, null, out _), uln));
        Assert.Equal(ulns.Count, ulns.Distinct().Count());
        Assert.InRange(ulns.Count, Candidates.Count * 8 / 10, Candidates.Count - 1);
    }

    [Fact]
    public void Candidate_numbers_run_from_0001_in_each_centre()
        => Assert.All(
            Candidates.GroupBy(row => row["centre_number"]),
            centre => Assert.Equal(Enumerable.Range(1, centre.Count()).Select(number => number.ToString("0000")), centre.Select(row => row["candidate_number"])));

    [Fact]
    public void Names_carry_what_real_names_carry_and_some_are_longer_than_an_exchange_file_holds()
    {
        var names = Candidates.Select(row => new CandidateName(row["family_name"], row["forenames"])).ToList();
        Assert.All(names, name => Assert.InRange(name.Length, 2, CandidateName.MaxLength));
        Assert.Contains(names, name => name.Length > 90);
        Assert.InRange(names.Count(name => name.ToString().Length > EdiName.MaxLength), 1, names.Count / 100);
        Assert.All(names, name => Assert.True(name.ToString().IsNormalized(NormalizationForm.FormC), name.ToString()));
        Assert.Contains(names, name => name.Forenames.Length == 0);
        Assert.Contains(names, name => name.FamilyName.Contains('-'));
        Assert.Contains(names, name => name.FamilyName.Contains('\''));
        Assert.Contains(names, name => name.ToString().Any(letter => letter > 0x17F || letter is 'ł' or 'Ł' or 'ø' or 'ë'));
        Assert.Contains(names, name => name.FamilyName.StartsWith('='));
    }

    [Fact]
    public void Ages_fit_the_stage()
    {
        var years = Candidates.Select(row => 2026 - int.Parse(row["date_of_birth"][..4])).ToList();
        Assert.All(years, age => Assert.InRange(age, 15, 50));
        Assert.InRange(years.Count(age => age > 19), 1, Candidates.Count / 20);
    }

    private static List<Dictionary<string, string>> Read()
    {
        using var package = Rehearsed.Package(Rehearsed.Plan(RehearsalSubjects.Mixed, 25, 3_000));
        return [.. Rows.Of(package, "candidates.csv")];
    }
}
