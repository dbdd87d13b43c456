using System.Net;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Tests.Gateway;

public class IsolationTests : PublishedSeries
{
    public static readonly TheoryData<string> CentreRoutes =
    [
        "series", "users", "keys", "series/6B26/documents", "series/6B26/documents/results-file", "series/6B26/documents.zip",
        "series/6B26/downloads", "series/6B26/candidates", "series/6B26/candidates/0001", "series/6B26/assessments", "series/6B26/assessments/F011",
    ];

    [Theory]
    [MemberData(nameof(CentreRoutes))]
    public async Task Another_centre_is_answered_exactly_as_one_that_does_not_exist(string route)
    {
        Reach(Packages.CandidateRelease);
        using var officer = await Officer();
        using var other = await officer.GetAsync($"centres/{OtherCentre}/{route}");
        using var nobody = await officer.GetAsync($"centres/99999/{route}");
        using var nonsense = await officer.GetAsync($"centres/9999x/{route}");
        await other.Problem(HttpStatusCode.NotFound, "not-found");
        await nonsense.Problem(HttpStatusCode.NotFound, "not-found");
        Assert.Equal(await Whole(nobody), await Whole(other));
    }

    [Theory]
    [MemberData(nameof(CentreRoutes))]
    public async Task Without_a_token_everything_of_a_centre_is_refused(string route)
    {
        Reach(Packages.CandidateRelease);
        using var nobody = Gateway.Client();
        using var answer = await nobody.GetAsync($"centres/{Centre}/{route}");
        await answer.Problem(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Theory]
    [InlineData("GET", "series/6B26")]
    [InlineData("POST", "series/6B26/award")]
    [InlineData("POST", "series/6B26/publication")]
    [InlineData("GET", "series/6B26/publication")]
    [InlineData("PUT", "series/6B26/release")]
    [InlineData("POST", "series/6B26/approval")]
    [InlineData("POST", "series")]
    [InlineData("GET", "jobs/6B26-1")]
    public async Task An_officer_does_nothing_that_is_an_operators(string method, string path)
    {
        using var officer = await Officer();
        using var answer = await officer.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        await answer.Problem(HttpStatusCode.Forbidden, "not-your-role");
    }

    [Fact]
    public async Task A_key_that_claims_the_boards_role_for_a_centre_is_no_operator()
    {
        using var forged = await Gateway.Key(Centre, Role.BoardOperator);
        using var answer = await forged.GetAsync("series/6B26");
        await answer.Problem(HttpStatusCode.Forbidden, "not-your-role");
        using var other = await forged.GetAsync($"centres/{OtherCentre}/series");
        await other.Problem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Every_route_below_a_centres_series_stands_behind_the_release_gate()
    {
        using var officer = await Officer();
        var routes = Routes.Below(Gateway, "/api/v1/centres/{centre}/series/{series}/").Where(route => !route.Contains("withdrawal", StringComparison.Ordinal)).ToList();
        Assert.Equal(8, routes.Count);
        foreach (var route in routes)
        {
            var path = route["/api/v1/".Length..].Replace("{centre}", Centre.ToString(), StringComparison.Ordinal).Replace("{series}", "6B26", StringComparison.Ordinal)
                .Replace("{id}", "results-file", StringComparison.Ordinal).Replace("{number}", "0001", StringComparison.Ordinal).Replace("{code}", "F011", StringComparison.Ordinal);
            using var answer = await officer.GetAsync(path);
            await answer.Problem(HttpStatusCode.Forbidden, "embargoed");
        }
    }

    private static async Task<string> Whole(HttpResponseMessage answer)
        => $"{answer.StatusCode}\n{string.Join('\n', answer.Headers.Where(header => header.Key != "Date"))}\n{await WithoutTrace(answer)}";

    private static async Task<string> WithoutTrace(HttpResponseMessage answer)
        => System.Text.RegularExpressions.Regex.Replace(await answer.Content.ReadAsStringAsync(), "\"traceId\":\"[^\"]*\"", "");
}
