using System.Text.Json;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.LoadTests.Nights.Clients;
using ResultsGrid.LoadTests.Nights.Figures;
using ResultsGrid.LoadTests.Nights.Plans;
using ResultsGrid.LoadTests.Wire;
using ResultsGrid.Tests.Clock;

namespace ResultsGrid.Tests.Drills;

/// <summary>Who comes when on a drilled night, and that a stall of the server is not hidden by clients who wait for it.</summary>
public sealed class NightPlanTests
{
    private static readonly NightWish Wish = new(Seed: 11, Lead: TimeSpan.FromSeconds(40), Speed: 2, DecompressOneIn: 50);
    private static readonly CentreNumber[] Centres = [.. Enumerable.Range(10_000, 500).Select(number => CentreNumber.Parse($"{number}"))];

    [Fact]
    public void The_same_seed_plans_the_same_night_and_another_seed_another()
    {
        Assert.Equal(Json(Wish), Json(Wish));
        Assert.NotEqual(Json(Wish), Json(Wish with { Seed = 12 }));
    }

    [Fact]
    public void A_client_plans_the_same_whoever_else_comes()
        => Assert.Equal(Plan(Wish).Take(3).Select(plan => JsonSerializer.Serialize(plan)), NightPlan.Draw(Wish, Centres[..3], [], isReleased: false).Select(plan => JsonSerializer.Serialize(plan)));

    [Fact]
    public void Polls_come_before_the_release_in_order_and_lists_after_it()
        => Assert.All(Plan(Wish), plan =>
        {
            Assert.All(plan.Polls, poll => Assert.InRange(poll, -Wish.Lead, TimeSpan.Zero));
            Assert.Equal(plan.Polls.Order(), plan.Polls);
            Assert.True(plan.List >= TimeSpan.Zero && (plan.SignIn is null || plan.SignIn <= plan.List), $"{plan}");
        });

    [Fact]
    public void A_released_series_is_not_polled_for()
        => Assert.All(NightPlan.Draw(Wish, Centres, Centres, isReleased: true), plan =>
        {
            Assert.Empty(plan.Polls);
            Assert.True(plan.List >= TimeSpan.Zero && plan.SignIn is null or { Ticks: >= 0 }, $"{plan}");
        });

    [Fact]
    public void Every_way_and_mishap_happens()
    {
        var plans = Plan(Wish);
        Assert.Equal(["", "br, gzip", "gzip"], plans.Select(plan => plan.Encoding ?? "").Distinct().Order(StringComparer.Ordinal));
        Assert.Equal([1, 2], plans.Select(plan => plan.Connections).Distinct().Order());
        foreach (var happens in new Func<NightClientPlan, bool>[] { plan => plan.BreaksOff, plan => plan.FetchesTwice, plan => plan.Heads, plan => plan.Revalidation is not null, plan => plan.Polls.Count > 1, plan => plan.Polls.Count == 1 })
            Assert.InRange(plans.Count(happens), 1, plans.Count - 1);
    }

    /// <summary>Requests are due every 100 ms; the sixth is answered after a second. The four that were due meanwhile waited as well.</summary>
    [Fact]
    public async Task A_server_that_stalls_shows_in_the_latency_of_every_request_that_was_due_meanwhile()
    {
        var clock = new FakeClock();
        var served = 0;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.MapGet("/", () =>
        {
            clock.Advance(++served == 6 ? TimeSpan.FromSeconds(1) : TimeSpan.Zero);
            return "";
        });
        await app.StartAsync();

        var address = WireAddress.Of(new Uri(app.Urls.First()));
        var meter = new NightMeter();
        var night = new NightClock(clock, clock.GetUtcNow());
        using var line = new NightLine(address, WireLimits.Default, night, meter, CancellationToken.None);
        for (var request = 0; request < 20; request++)
        {
            var due = TimeSpan.FromMilliseconds(100 * request);
            if (night.Now < due) clock.Advance(due - night.Now);
            Assert.Equal(200, (await line.Ask(new NightRequest(RequestKind.List, WireRequest.Write(address, "GET", "/")), due))!.Status);
        }

        // 1,000 ms, then 900, 800 ... 100 of those behind it.
        var latencies = meter.Kinds[RequestKind.List].Latencies;
        Assert.Equal(20, latencies.Count);
        Assert.Equal(TimeSpan.FromSeconds(1), latencies.Max);
        Assert.Equal([100, 200, 300, 400, 500, 600, 700, 800, 900, 1_000], latencies.Buckets.Where(bucket => bucket.From > TimeSpan.Zero).Select(bucket => (int)Math.Round(bucket.From.TotalMilliseconds / 100) * 100));
        Assert.Equal((10, 10), (meter.Seconds[0].Arrivals, meter.Seconds[1].Arrivals));
    }

    private static IReadOnlyList<NightClientPlan> Plan(NightWish wish) => NightPlan.Draw(wish, Centres, Centres[..20], isReleased: false);

    private static string Json(NightWish wish) => JsonSerializer.Serialize(Plan(wish));
}
