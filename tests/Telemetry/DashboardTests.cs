using System.Net;
using ResultsGrid.Gateway.SignIn;
using ResultsGrid.Grains.Release;
using ResultsGrid.Grains.Results;
using ResultsGrid.Tests.Storage;

namespace ResultsGrid.Tests.Telemetry;

public sealed class DashboardTests(ObservedNode node) : IClassFixture<ObservedNode>
{
    private static readonly string[] Pages = ["/dashboard/", "/dashboard/DashboardCounters", "/dashboard/GrainTypes", "/dashboard/TopGrainMethods", "/dashboard/ClusterStats"];

    private static readonly string StateOfResults = $"/dashboard/GrainState?grainId={ObservedNode.Series}/{ObservedNode.Centres[0]}&grainType={typeof(ResultsGrain).FullName}";

    [Fact]
    public async Task Only_an_operator_sees_it()
    {
        using var nobody = node.Client();
        using var officer = await node.Officer(ObservedNode.Centres[0]);
        using var board = await node.Operator("board.watcher");
        foreach (var page in Pages.Append(StateOfResults).Append("/dashboard/Trace"))
        {
            Assert.Equal((page, HttpStatusCode.Unauthorized), (page, (await nobody.GetAsync(page)).StatusCode));
            Assert.Equal((page, HttpStatusCode.Forbidden), (page, (await officer.GetAsync(page)).StatusCode));
        }

        foreach (var page in Pages) Assert.Equal((page, HttpStatusCode.OK), (page, (await board.GetAsync(page)).StatusCode));
        Assert.Contains("<html", await board.GetStringAsync("/dashboard/"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task It_shows_no_grains_state_no_log_and_no_key()
    {
        using var board = await node.Operator("board.reader");
        foreach (var page in new[] { StateOfResults, "/dashboard/grainstate", "/dashboard/Trace" })
            Assert.Equal((page, HttpStatusCode.NotFound), (page, (await board.GetAsync(page)).StatusCode));
        foreach (var page in Pages.Append($"/dashboard/GrainStats/{typeof(ResultsGrain).FullName}"))
        {
            var shown = await board.GetStringAsync(page);
            Assert.DoesNotContain(ObservedNode.Centres, centre => shown.Contains($"/{centre}", StringComparison.Ordinal) || shown.Contains($"\"{centre}", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_browser_signs_in_by_a_form_and_its_cookie_is_good_for_the_dashboard_alone()
    {
        using var browser = node.Client();
        Assert.Contains("<form", await browser.GetStringAsync("/dashboard/sign-in"), StringComparison.Ordinal);
        var known = await node.User("board.browser", Role.BoardOperator);
        using var wrong = await Send(browser, known with { Password = "wrong" });
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.False(wrong.Headers.Contains("Set-Cookie"));

        using var right = await Send(browser, known);
        Assert.Equal((HttpStatusCode.Redirect, "/dashboard/"), (right.StatusCode, right.Headers.Location?.ToString()));
        var cookie = Assert.Single(right.Headers.GetValues("Set-Cookie"));
        foreach (var bound in new[] { "path=/dashboard", "secure", "httponly", "samesite=strict", "max-age=3600" }) Assert.Contains(bound, cookie, StringComparison.Ordinal);

        browser.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        foreach (var page in Pages) Assert.Equal((page, HttpStatusCode.OK), (page, (await browser.GetAsync(page)).StatusCode));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(StateOfResults)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/v1/session")).StatusCode);
    }

    [Fact]
    public async Task A_centres_user_who_signs_in_there_is_refused_as_at_every_operators_address()
    {
        using var browser = node.Client();
        using var answer = await Send(browser, await node.User($"{ObservedNode.Centres[0]}.curious", Role.CentreAdministrator));
        browser.DefaultRequestHeaders.Add("Cookie", Assert.Single(answer.Headers.GetValues("Set-Cookie")).Split(';')[0]);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/dashboard/")).StatusCode);
    }

    [Fact]
    public async Task It_is_not_there_unless_it_is_wanted()
    {
        using var folder = new TemporaryFolder();
        await using var app = ObservedNode.Build(folder.Path);
        Assert.DoesNotContain(app.Services.GetRequiredService<EndpointDataSource>().Endpoints, endpoint => $"{endpoint}".Contains("dashboard", StringComparison.OrdinalIgnoreCase));
        Assert.Throws<ArgumentException>(() => ObservedNode.Build(folder.Path, ("Dashboard:Enabled", "perhaps")));
    }

    private static Task<HttpResponseMessage> Send(HttpClient browser, Credentials credentials)
        => browser.PostAsync("/dashboard/sign-in", new FormUrlEncodedContent([new("user", credentials.User), new("password", credentials.Password)]));
}
