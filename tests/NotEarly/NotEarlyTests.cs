using System.Security.Cryptography;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Tests.Access;
using ResultsGrid.Tests.Gateway;
using Xunit.Abstractions;

namespace ResultsGrid.Tests.NotEarly;

public abstract class NotEarlyTests(TwoStores stores, ITestOutputHelper output)
{
    private const int Seed = 20260813;

    /// <summary>London time is an hour ahead of these in summer.</summary>
    private static readonly DateTimeOffset FirstPlanned = new(2026, 8, 12, 23, 1, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Restricted = new(2026, 8, 12, 23, 5, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Candidates = new(2026, 8, 14, 7, 30, 0, TimeSpan.Zero);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    [Fact]
    public async Task Every_route_is_covered()
    {
        await using var twins = await stores.Open(FirstPlanned.AddDays(-7), schedule: null);
        foreach (var twin in twins.Gateways) KnownRoutes.Cover(twin.Gateway);
    }

    [Fact]
    public async Task Before_each_moment_stores_with_different_results_answer_alike_and_from_it_the_right_roles_read()
    {
        await using var twins = await stores.Open(FirstPlanned.AddDays(-7), ("2026-08-13T00:01", "2026-08-14T08:00"));
        await twins.Schedule("2026-08-13T00:05", "2026-08-14T08:30");
        twins.Expect(Restricted, Candidates);
        var sweep = new Sweep(twins, Seed);
        foreach (var early in new[] { FirstPlanned.AddDays(-7), FirstPlanned, Restricted - Second, Restricted - Tick })
        {
            twins.Reach(early);
            await sweep.Run(oddly: 1);
        }

        Assert.All(twins.Gateways, twin => Assert.Equal(0, twin.DocumentsRead));
        foreach (var moment in new[] { Restricted, Candidates - Tick, Candidates })
        {
            twins.Reach(moment);
            await RightBytes(twins);
            await sweep.Run(oddly: 0);
        }

        output.WriteLine($"{twins.Compared} requests, each sent to both stores.");
    }

    [Fact]
    public async Task What_is_wrong_with_a_request_is_told_only_to_who_may_make_it()
    {
        await using var twins = await stores.Open(Restricted - Second, ("2026-08-13T00:05", "2026-08-14T08:30"));
        twins.Expect(Restricted, Candidates);
        await new Sweep(twins, Seed).RunUnreadable();
        output.WriteLine($"{twins.Compared} requests, each sent to both stores.");
    }

    [Fact]
    public async Task Without_an_approved_schedule_the_stores_answer_alike_for_ever()
    {
        await using var twins = await stores.Open(Candidates.AddYears(1), schedule: null);
        await new Sweep(twins, Seed).Run(oddly: 1);
    }

    /// <summary>Everybody who may read by now gets what is published, and the stores differ in it.</summary>
    private async Task RightBytes(Twins twins)
    {
        var now = twins.Clock.GetUtcNow();
        var readers = 0;
        foreach (var visitor in stores.Visitors)
        {
            var target = new Target(KnownRoutes.All.Single(route => route.ToString() == "GET /api/v1/centres/{centre}/series/{series}/documents/{id}"), TwoStores.Read.ToString(), Packages.Series.ToString(), "");
            if (twins.Rules.Rule(target, visitor, now) != Ruling.Allowed) continue;
            readers++;
            foreach (var id in stores.Items["id"])
            {
                var hashes = new List<string>();
                foreach (var twin in twins.Gateways) hashes.Add(await Fetch(twin, target with { Item = id }, visitor));
                Assert.True(hashes[0] != hashes[1], $"{id} is the same in both stores.");
            }
        }

        Assert.True(readers > 0, $"Nobody may read at {now:O}.");
    }

    private static async Task<string> Fetch(TwinGateway twin, Target target, Visitor visitor)
    {
        var latest = (await twin.Gateway.Services.GetRequiredService<IGrainFactory>().Results(Packages.Series, TwoStores.Read).GetLatest())!;
        var published = latest.Published.Manifest.Documents.Single(document => document.Id == target.Item).Content.Sha256.ToString();
        var answer = await twin.Wire.Send(WireRequest.Of(target, visitor));
        if (latest.WithdrawalOf(target.Item) is not null) Assert.Equal((410, "withdrawn"), (answer.Status, answer.Problem));
        else Assert.Equal((target.ToString(), 200, published), (target.ToString(), answer.Status, Convert.ToHexStringLower(SHA256.HashData(answer.Body))));
        return published;
    }
}

[Collection(TwoStoresCollection.Name)]
public sealed class NotEarlyOnOneNodeTests(TwoStores stores, ITestOutputHelper output) : NotEarlyTests(stores, output);

[Collection(TwoStoresOnAClusterCollection.Name)]
public sealed class NotEarlyOnAClusterTests(TwoStoresOnACluster stores, ITestOutputHelper output) : NotEarlyTests(stores, output);
