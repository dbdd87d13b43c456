using ResultsGrid.LoadTests.Arrivals;
using ResultsGrid.LoadTests.Hostilities;
using ResultsGrid.LoadTests.Hostilities.Attacks;
using ResultsGrid.LoadTests.Overloads;
using ResultsGrid.LoadTests.Promises;
using ResultsGrid.LoadTests.Wire;

namespace ResultsGrid.Tests.Drills;

/// <summary>Servers that break a promise each, and the drill that finds it.</summary>
public sealed class DrillsFindTests
{
    private const int Inside = 8;
    private const int Waiting = 32;
    private static readonly TimeSpan Work = TimeSpan.FromMilliseconds(50);

    [Fact]
    public async Task One_queue_for_all_centres_is_found_to_be_unfair()
    {
        using var places = new SemaphoreSlim(Inside);
        var waiting = 0;
        await using var server = await BrokenServer.Start(async http =>
        {
            if (Volatile.Read(ref waiting) >= Waiting)
            {
                Refuse(http.Response);
                return;
            }

            Interlocked.Increment(ref waiting);
            await places.WaitAsync();
            Interlocked.Decrement(ref waiting);
            await Task.Delay(Work);
            places.Release();
        });
        var report = await Overload(server);
        Assert.False(Of(report, OverloadReport.QuietCentres).Holds);
        Assert.True(Of(report, OverloadReport.RetryAfter).Holds, Of(report, OverloadReport.RetryAfter).Seen);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(500)]
    public async Task A_refusal_that_does_not_say_when_to_come_back_is_found(int status)
    {
        using var places = new SemaphoreSlim(Inside);
        await using var server = await BrokenServer.Start(async http =>
        {
            if (!await places.WaitAsync(0))
            {
                http.Response.StatusCode = status;
                return;
            }

            await Task.Delay(Work);
            places.Release();
        });
        Assert.False(Of(await Overload(server), OverloadReport.RetryAfter).Holds);
    }

    [Theory]
    [InlineData(500, "request smuggling")]
    [InlineData(200, "path tricks")]
    public async Task A_server_that_answers_tricks_with_a_fault_or_with_what_they_are_after_is_found(int status, string attack)
    {
        await using var server = await BrokenServer.Start(http =>
        {
            http.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        Assert.False(Of(await Siege(server, Malformed.All.Single(one => one.Name == attack)), attack).Holds);
    }

    [Fact]
    public async Task A_server_that_waits_for_dripped_headers_for_ever_is_found()
    {
        await using var server = await BrokenServer.Start(_ => Task.CompletedTask, options => options.Limits.RequestHeadersTimeout = TimeSpan.FromMinutes(5));
        var drip = new Drip("slow headers", 2, target => $"GET {target.OwnPath} HTTP/1.1\r\nX: ", "x", TimeSpan.FromSeconds(2));
        Assert.False(Of(await Siege(server, drip), drip.Name).Holds);
    }

    [Fact]
    public void Whoever_asks_for_little_has_all_of_it_and_the_others_share_the_rest_alike()
    {
        Assert.Equal([10, 45, 45], FairShares.Of([10, 90, 50], 100));
        Assert.Equal([10, 20, 30], FairShares.Of([10, 20, 30], 100));
        Assert.Equal([25, 25, 25, 25], FairShares.Of([100, 100, 100, 100], 100));
    }

    private static async Task<DrillReport> Overload(BrokenServer server)
        => await new Overload(WireAddress.Of(server.Address), Requests(server, 24), new OverloadPlan(Inside / Work.TotalSeconds, TimeSpan.FromSeconds(1), Seed: 3), TimeProvider.System).Run(CancellationToken.None);

    private static async Task<DrillReport> Siege(BrokenServer server, IAttack attack)
    {
        var target = new HostileTarget(WireAddress.Of(server.Address), Tls: null, Requests(server, 3), TimeProvider.System);
        var plan = new HostilePlan(GoodPerSecond: 10, Quiet: TimeSpan.FromSeconds(0.2), Longest: TimeSpan.FromSeconds(30), [attack], Seed: 3);
        return await new Siege(target, plan, () => 0).Run(CancellationToken.None);
    }

    private static IReadOnlyList<LoadRequest> Requests(BrokenServer server, int centres)
        => [.. Enumerable.Range(10_000, centres).Select(centre => new LoadRequest($"{centre}", WireRequest.Write(WireAddress.Of(server.Address), "GET", $"/api/v1/centres/{centre}/series/6B26/documents/results-file", "Authorization: Bearer x")))];

    private static Promise Of(DrillReport report, string name) => report.Promises.Single(promise => promise.Name == name);

    private static void Refuse(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = "1";
    }
}
