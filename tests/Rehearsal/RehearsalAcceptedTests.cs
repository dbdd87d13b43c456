using ResultsGrid.Rehearsal;

namespace ResultsGrid.Tests.Rehearsal;

public class RehearsalAcceptedTests
{
    [Theory]
    [InlineData(RehearsalSubjects.Gce, 10, 500, 1, "1B12")]
    [InlineData(RehearsalSubjects.Gce, 30, 900, 2, "6B26")]
    [InlineData(RehearsalSubjects.Gcse, 20, 900, 3, "6A26")]
    [InlineData(RehearsalSubjects.Vocational, 20, 900, 4, "BG25")]
    [InlineData(RehearsalSubjects.National, 60, 3_000, 5, "6A26")]
    [InlineData(RehearsalSubjects.Mixed, 60, 3_000, 6, "6B26")]
    [InlineData(RehearsalSubjects.Mixed, 1, 1, 7, "CZ30")]
    public void The_reader_takes_an_invented_series_whole(RehearsalSubjects subjects, int centres, int candidates, int seed, string series)
    {
        var loaded = Rehearsed.Loaded(Rehearsed.Plan(subjects, centres, candidates, seed, series));
        Assert.Equal((series, centres, candidates), (loaded.Series.ToString(), loaded.Centres.Count, loaded.Centres.Sum(centre => centre.Candidates.Count)));
        Assert.Equal("Invented data: no real candidate", loaded.Notice);
    }

    [Fact]
    public void The_rules_arrive_as_invented()
    {
        var loaded = Rehearsed.Loaded(Rehearsed.Plan(RehearsalSubjects.National));
        var english = loaded.Qualifications.Single(qualification => qualification.Code.ToString() == "ZJ350");
        Assert.Equal((40, ResultsGrid.Awarding.Specification.Provenance.Assumed), (english.Terminal!.SharePercent, english.Terminal.Provenance));
        var further = loaded.Qualifications.Single(qualification => qualification.Code.ToString() == "ZH610");
        Assert.Equal((480, 270, 3), (further.AStar!.MinimumOverallUms, further.AStar.MinimumUms, further.AStar.BestOf));
        Assert.Equal("ZK200", Assert.Single(loaded.Qualifications, qualification => qualification.HasTwoResultsFiles).Code.ToString());
    }
}
