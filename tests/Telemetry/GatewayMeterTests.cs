using System.Net;
using ResultsGrid.Gateway.Admission;
using ResultsGrid.Gateway.Callers;
using ResultsGrid.Gateway.Health;
using ResultsGrid.Gateway.Release;
using ResultsGrid.Gateway.SignIn;
using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Release;
using ResultsGrid.Tests.Access;
using ResultsGrid.Tests.Gateway;

namespace ResultsGrid.Tests.Telemetry;

public sealed class GatewayMeterTests : IAsyncLifetime
{
    private static readonly string Documents = $"centres/{Packages.Centres[0]}/series/{Packages.Series}/documents";

    private TestGateway gateway = null!;
    private Collected Collected { get; set; } = null!;

    public async Task InitializeAsync()
    {
        gateway = await TestGateway.Start(adjust: builder => builder.Services.Configure<AdmissionOptions>(options => (options.MaxInside, options.MaxWaiting) = (1, 1)));
        Collected = new Collected(gateway.Services);
    }

    public async Task DisposeAsync()
    {
        Collected.Dispose();
        await gateway.DisposeAsync();
    }

    [Fact]
    public async Task Each_download_is_counted_once_and_what_is_none_is_not()
    {
        await gateway.Publish(Packages.Package);
        using var officer = await gateway.Key(Packages.Centres[0], Role.CentreAdministrator);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync($"{Documents}/results-file")).StatusCode);
        gateway.Clock.AdvanceTo(Packages.RestrictedRelease);

        var first = await officer.GetAsync($"{Documents}/results-file");
        await Ask(officer, HttpMethod.Get, $"{Documents}/results-file");
        await Ask(officer, HttpMethod.Get, $"{Documents}/results-file", ("Range", "bytes=0-9"));
        await Ask(officer, HttpMethod.Get, $"centres/{Packages.Centres[0]}/series/{Packages.Series}/documents.zip");
        await Ask(officer, HttpMethod.Get, $"{Documents}/results-file", ("If-None-Match", first.Headers.ETag!.ToString()));
        await Ask(officer, HttpMethod.Head, $"{Documents}/results-file");

        Assert.Equal(4, Collected.Read("resultsgrid.downloads"));
        Assert.True(Collected.Read("resultsgrid.documents.memory") > 0, "a document was sent, and none is in memory");
    }

    [Fact]
    public async Task A_full_gateway_shows_who_is_inside_who_waits_and_who_was_refused()
    {
        var ingress = gateway.Services.GetRequiredService<Ingress>();
        var caller = new Caller(Shelf.Board, "board.anna", "Anna", [Role.BoardOperator], User: null, Secret.Create(Shelf.Board, Secret.OfKey).Hash, ExpiresAt: null);
        Assert.True(await ingress.Enter(caller));
        var waiting = ingress.Enter(caller).AsTask();
        Assert.Equal((1, 1), (Collected.Read("resultsgrid.requests.inside"), Collected.Read("resultsgrid.requests.waiting")));

        using var client = gateway.Client();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("session")).StatusCode);
        Assert.Equal(1, Collected.Read("resultsgrid.requests.refused"));
        Assert.Contains(("resultsgrid.requests.refused", "error.type", "busy"), Collected.Labels);

        ingress.Leave();
        Assert.True(await waiting);
        ingress.Leave();
        Assert.Equal((0, 0), (Collected.Read("resultsgrid.requests.inside"), Collected.Read("resultsgrid.requests.waiting")));
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("session")).StatusCode);
        Assert.Equal(1, Collected.Read("resultsgrid.requests.refused"));
    }

    [Fact]
    public async Task What_worries_an_operator_shows()
    {
        Assert.Equal(0, Collected.Read("resultsgrid.clock.in_doubt"));
        gateway.Clock.Jump(TimeSpan.FromDays(1));
        Assert.NotNull(gateway.Services.GetRequiredService<ReleaseClock>().Read().Doubt);
        Assert.Equal(1, Collected.Read("resultsgrid.clock.in_doubt"));

        Assert.Equal(0, Collected.Read("resultsgrid.sign_ins.backlog"));
        using (await gateway.Services.GetRequiredService<PasswordLane>().Enter("board", "board.anna")) Assert.InRange(Collected.Read("resultsgrid.sign_ins.backlog"), 0.001, 10);

        gateway.Services.GetRequiredService<Readiness>().Unread = [$"{Packages.Centres[0]}", $"{Packages.Centres[1]}"];
        Assert.Equal(2, Collected.Read("resultsgrid.centres.unread"));
        Assert.Equal(1, Collected.Read("resultsgrid.lease.held"));
    }

    [Fact]
    public async Task No_label_tells_of_a_centre_a_user_or_a_candidate()
    {
        await gateway.Publish(Packages.Package);
        gateway.Clock.AdvanceTo(Packages.RestrictedRelease);
        var officer = await new Visitors(gateway).Person(Packages.Centres[0], Role.CentreAdministrator);
        using var client = gateway.Client(officer.Secret);
        await Ask(client, HttpMethod.Get, $"{Documents}/results-file");
        await Ask(client, HttpMethod.Get, $"{Documents}/results-file", ("If-Modified-Since", "tomorrow"));
        await Ask(client, HttpMethod.Get, $"centres/{Packages.Centres[0]}/series/{Packages.Series}/candidates");
        await Ask(client, HttpMethod.Get, $"centres/{Packages.Centres[1]}/series/{Packages.Series}/candidates/0001");
        Collected.Read("resultsgrid.downloads");

        // What would show it if it were there: ASP.NET labels each request by its route.
        Assert.Contains(Collected.Labels, label => label.Value.Contains("/documents/{id}", StringComparison.Ordinal));
        // Users' names begin with their centre's number, or with board.
        string[] unsaid = [.. Packages.Centres.Select(centre => $"{centre}"), "board.", "/0001", $"{Packages.Series}"];
        Assert.DoesNotContain(Collected.Labels, label => unsaid.Any(word => $"{label}".Contains(word, StringComparison.Ordinal)));
    }

    private static async Task Ask(HttpClient client, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await client.SendAsync(request);
        await response.Content.ReadAsByteArrayAsync();
    }
}
