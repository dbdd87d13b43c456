using Microsoft.Extensions.DependencyInjection.Extensions;
using ResultsGrid.Gateway.Admission;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;
using ResultsGrid.Tests.Access;
using ResultsGrid.Tests.Gateway;
using ResultsGrid.Tests.HotPath;

namespace ResultsGrid.Tests.Leases;

/// <summary>A gateway answers from memory only while its lease is held, and acknowledges a change only when every gateway shows it.</summary>
public sealed class LeaseTests : IAsyncLifetime, IDisposable
{
    private const string Document = "results-file";

    private readonly FakeLease lease = new();
    private readonly WhoAnswered who = new();
    private TestGateway gateway = null!;
    private Visitors visitors = null!;
    private Wire wire = null!;

    public async Task InitializeAsync()
    {
        gateway = await TestGateway.Start(adjust: builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<IServingLease>(lease)).AddSingleton<IStartupFilter>(who);
            // One place: whoever keeps it while only waiting keeps everybody out.
            builder.Services.Configure<AdmissionOptions>(options => options.MaxInside = 1);
        });
        await gateway.Publish(Packages.Package);
        visitors = new Visitors(gateway);
        wire = new Wire(gateway);
        gateway.Clock.Leap(Packages.RestrictedRelease - gateway.Clock.GetUtcNow());
    }

    public async Task DisposeAsync() => await gateway.DisposeAsync();

    public void Dispose() => wire.Dispose();

    [Fact]
    public async Task Without_the_lease_nothing_is_answered_but_what_never_changes()
    {
        KnownRoutes.Cover(gateway);
        var @operator = await visitors.Person(null, Role.BoardOperator);
        var officer = await visitors.Person(Packages.Centres[0], Role.CentreAdministrator);
        lease.IsHeld = false;
        foreach (var route in KnownRoutes.All)
        {
            foreach (var visitor in new[] { @operator, officer, officer with { Secret = null } })
            {
                var answer = await Ask(route, visitor, route.Body);
                if (route.Protection == Protection.None) Assert.True(answer.Problem != "out-of-touch", $"{route} was answered {answer.Status}: {answer.Start}");
                else AssertOutOfTouch(answer, $"{route} as {visitor}");
            }
        }

        AssertOutOfTouch(await wire.Send(new WireRequest("GET", "/api/v1/nothing", officer, [], Body: null)), "an address that there is not");
    }

    [Fact]
    public async Task The_short_way_asks_the_lease_on_every_request()
    {
        var officer = await visitors.Key(Packages.Centres[0], Role.CentreAdministrator);
        var path = $"/api/v1/centres/{Packages.Centres[0]}/series/{Packages.Series}/documents/{Document}";
        await wire.Send(new WireRequest("GET", path, officer, [], Body: null));
        for (var again = 0; again < 3; again++)
        {
            lease.IsHeld = true;
            Assert.Equal(200, (await wire.Send(new WireRequest("GET", path, officer, [], Body: null))).Status);
            Assert.False(who.LastWasRouted, "it was not in memory");
            lease.IsHeld = false;
            AssertOutOfTouch(await wire.Send(new WireRequest("GET", path, officer, [], Body: null)), path);
        }
    }

    [Fact]
    public async Task A_change_is_answered_when_every_gateway_shows_it_and_takes_no_place_meanwhile()
    {
        var officer = await visitors.Key(Packages.Centres[0], Role.CentreAdministrator);
        foreach (var route in KnownRoutes.All.Where(route => route.Changes))
        {
            // Somebody new each time: some of these routes sign out, or disable.
            var visitor = route.Protection == Protection.AccountKeeping
                ? await visitors.Person(Packages.Centres[0], Role.CentreAdministrator)
                : await visitors.Person(null, Role.BoardOperator);
            lease.Hold();
            var answering = Ask(route, visitor, route.Body);
            var first = await Task.WhenAny(lease.Asked, answering);
            Assert.True(first == lease.Asked, $"{route} was answered before anybody asked whether it is shown: {(first == answering ? (await answering).Start : null)}");

            var other = await wire.Send(new WireRequest("GET", "/api/v1/session", officer, [], Body: null));
            Assert.True(other.Status == 200, $"while {route} waited to be shown, another request was answered {other.Status}: {other.Start}");
            Assert.False(answering.IsCompleted, $"{route} was answered before it was shown");
            lease.Show();
            var answer = await answering;
            Assert.True(answer.Status < 500, $"{route} was answered {answer.Status}: {answer.Start}");
        }
    }

    [Fact]
    public async Task What_changes_nothing_is_not_held()
    {
        var @operator = await visitors.Person(null, Role.BoardOperator);
        lease.Hold();
        foreach (var route in KnownRoutes.All.Where(route => !route.Changes)) await Ask(route, @operator, body: null);
        foreach (var route in KnownRoutes.All.Where(route => route.Changes && route.Protection is not Protection.Password))
            Assert.Equal(401, (await Ask(route, @operator with { Secret = null }, route.Body)).Status);
        foreach (var route in KnownRoutes.All.Where(route => route.Body is not null && route.Protection is Protection.Board))
            Assert.Equal(422, (await Ask(route, @operator, "[broken")).Status);
        Assert.False(lease.Asked.IsCompleted);
    }

    private static void AssertOutOfTouch(WireAnswer answer, string what)
    {
        Assert.True(answer.IsOutOfTouch, $"{what} was answered {answer.Status}: {answer.Start}");
        Assert.Contains("Retry-After: 1\n", answer.Headers, StringComparison.Ordinal);
    }

    private Task<WireAnswer> Ask(KnownRoute route, Visitor visitor, string? body)
        => wire.Send(WireRequest.Of(new Target(route, Packages.Centres[0].ToString(), Packages.Series.ToString(), Document), visitor, body));
}
