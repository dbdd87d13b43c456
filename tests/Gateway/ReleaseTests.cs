using System.Net;
using System.Text.Json;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Tests.Gateway;

public class ReleaseTests : PublishedSeries
{
    public static readonly TheoryData<string> ResultsRoutes =
    [
        "documents", "documents/results-file", "documents.zip", "downloads", "candidates", "candidates/0001", "assessments", "assessments/F011",
    ];

    [Theory]
    [MemberData(nameof(ResultsRoutes))]
    public async Task An_officer_reads_nothing_a_tick_before_restricted_release_and_everything_from_it(string route)
    {
        using var officer = await Officer();
        var path = $"centres/{Centre}/series/{Packages.Series}/{route}";
        Reach(Packages.RestrictedRelease.AddTicks(-1));
        using (var early = await officer.GetAsync(path))
        {
            var problem = await early.Problem(HttpStatusCode.Forbidden, "embargoed");
            Assert.Equal("2026-08-13T00:01:00+01:00", problem.GetProperty("opens").GetString());
            Assert.Equal(TimeSpan.FromSeconds(1), early.Headers.RetryAfter?.Delta);
        }

        Gateway.Clock.Advance(TimeSpan.FromTicks(1));
        using var open = await officer.GetAsync(path);
        Assert.NotEqual(HttpStatusCode.Forbidden, open.StatusCode);
        Assert.True(open.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound, $"{route}: {open.StatusCode}");
    }

    [Fact]
    public async Task A_teacher_reads_nothing_before_candidate_release()
    {
        using var teacher = await Teacher();
        Reach(Packages.CandidateRelease.AddTicks(-1));
        using (var early = await teacher.GetAsync(Documents)) await early.Problem(HttpStatusCode.Forbidden, "embargoed");

        Gateway.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.NotEmpty((await teacher.Json(Documents)).GetProperty("documents").EnumerateArray());
    }

    [Theory]
    [InlineData(Role.Entries)]
    [InlineData(Role.AddCourseworkMarks)]
    [InlineData(Role.SubmitCourseworkMarks)]
    [InlineData(Role.PostResultsFullAccess)]
    public async Task A_role_that_reads_no_results_never_does(Role role)
    {
        using var client = await Gateway.Key(Centre, role);
        Reach(Packages.CandidateRelease.AddDays(30));
        using var answer = await client.GetAsync(Documents);
        await answer.Problem(HttpStatusCode.Forbidden, "not-your-role");
    }

    [Fact]
    public async Task The_list_of_series_tells_state_and_shows_a_version_only_to_who_may_read()
    {
        using var officer = await Officer();
        using var teacher = await Teacher();
        async Task<JsonElement> Seen(HttpClient by) => Assert.Single((await by.Json($"centres/{Centre}/series")).EnumerateArray());

        Assert.Equal("embargoed", (await Seen(officer)).GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, (await Seen(officer)).GetProperty("version").ValueKind);

        Reach(Packages.RestrictedRelease);
        Assert.Equal("restricted", (await Seen(officer)).GetProperty("state").GetString());
        Assert.Equal(1, (await Seen(officer)).GetProperty("version").GetInt32());
        Assert.Equal(JsonValueKind.Null, (await Seen(teacher)).GetProperty("version").ValueKind);

        Reach(Packages.CandidateRelease);
        Assert.Equal("released", (await Seen(teacher)).GetProperty("state").GetString());
        Assert.Equal(1, (await Seen(teacher)).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Boundaries_and_statistics_open_to_everyone_at_candidate_release()
    {
        using var anybody = Gateway.Client();
        using var officer = await Officer();
        var code = await AnAssessment(officer);
        using (var early = await anybody.GetAsync($"series/{Packages.Series}/assessments")) await early.Problem(HttpStatusCode.Forbidden, "embargoed");
        var before = await officer.Json($"centres/{Centre}/series/{Packages.Series}/assessments/{code}");
        Assert.Equal(JsonValueKind.Null, before.GetProperty("boundaries").ValueKind);
        Assert.Equal(JsonValueKind.Null, before.GetProperty("national").ValueKind);

        Reach(Packages.CandidateRelease);
        Assert.NotEmpty((await anybody.Json($"series/{Packages.Series}/assessments")).EnumerateArray());
        var after = await officer.Json($"centres/{Centre}/series/{Packages.Series}/assessments/{code}");
        Assert.NotEmpty(after.GetProperty("boundaries").EnumerateArray());
        Assert.True(after.GetProperty("national").GetProperty("total").GetInt32() >= after.GetProperty("centre").GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_clock_that_jumps_forward_opens_nothing_and_one_that_jumps_back_closes_nothing()
    {
        using var officer = await Officer();
        ShowOnTheWall(Packages.RestrictedRelease.AddHours(1));
        using (var jumped = await officer.GetAsync(Documents)) await jumped.Problem(HttpStatusCode.Forbidden, "embargoed");

        ShowOnTheWall(Packages.RestrictedRelease.AddMinutes(-2));
        Reach(Packages.RestrictedRelease);
        await officer.Json(Documents);
        ShowOnTheWall(Packages.RestrictedRelease.AddHours(-5));
        await officer.Json(Documents);
    }

    [Fact]
    public async Task A_new_load_changes_nothing_that_anybody_reads_until_it_is_published()
    {
        Reach(Packages.CandidateRelease);
        using var anybody = Gateway.Client();
        var before = (await anybody.Json($"series/{Packages.Series}/assessments")).GetRawText();
        using var board = await Gateway.Operator("loader");
        var plan = Packages.Plan with { Title = "Another title", Seed = 8 };
        await Gateway.Ended(board, await board.Load(Packages.Write(plan), CancellationToken.None));
        Assert.Equal(before, (await anybody.Json($"series/{Packages.Series}/assessments")).GetRawText());

        await Gateway.Ended(board, await board.Award(Packages.Series, CancellationToken.None));
        Assert.Equal(before, (await anybody.Json($"series/{Packages.Series}/assessments")).GetRawText());
        await Gateway.Ended(board, await board.Publish(Packages.Series, CancellationToken.None));
        Assert.NotEqual(before, (await anybody.Json($"series/{Packages.Series}/assessments")).GetRawText());
    }

    private async Task<string> AnAssessment(HttpClient officer)
    {
        Reach(Packages.RestrictedRelease);
        return (await officer.Json($"centres/{Centre}/series/{Packages.Series}/assessments"))[0].GetProperty("code").GetString()!;
    }
}
