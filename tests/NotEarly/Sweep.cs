using System.Collections.Concurrent;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Tests.Access;
using ResultsGrid.Tests.Gateway;

namespace ResultsGrid.Tests.NotEarly;

/// <summary>Sends every route as every visitor to both gateways, and gathers what they should not have answered.</summary>
internal sealed class Sweep(Twins twins, int seed)
{
    private IReadOnlyList<KnownRoute> routes = KnownRoutes.All;
    private IReadOnlyList<Visitor> visitors = twins.Stores.Visitors;

    private const int MaxShown = 8;

    /// <summary>One, so that a failure is the same each time; but where a change is answered only when all nodes show it, that would take all night.</summary>
    private readonly int atATime = twins.Stores.On.ShowsChangesAtOnce() ? 1 : 16;

    /// <summary>Only the routes whose answers hang on the clock, and of each kind of visitor one: for tests that ask at many moments.</summary>
    public static Sweep Brief(Twins twins, int seed) => new(twins, seed)
    {
        routes = [.. KnownRoutes.All.Where(route => route.Protection is Protection.Results or Protection.Announcement or Protection.Centre)],
        visitors = [.. twins.Stores.Visitors.Where(visitor => !visitor.IsPerson || visitor.IsOperator).DistinctBy(visitor => (visitor.IsOperator, visitor.IsLetIn, visitor.Centre, string.Join('+', visitor.Roles)))],
    };

    /// <summary>At the clock's moment: each route as each visitor, once plainly and some times oddly; fails with what is wrong.</summary>
    /// <param name="now">By which rights are judged, where the clock is set wrong.</param>
    public async Task Run(int oddly, DateTimeOffset? now = null)
    {
        var moment = now ?? twins.Clock.GetUtcNow();
        await None(Inquiries(routes, oddly), moment);
    }

    /// <summary>Every query, and bodies that are no JSON, as every visitor.</summary>
    public Task RunUnreadable() => None(
        Each(routes, (draw, route, visitor) => draw.Unreadable(route, visitor)), twins.Clock.GetUtcNow());

    private async Task None(IAsyncEnumerable<Inquiry> inquiries, DateTimeOffset moment)
    {
        ConcurrentQueue<string> faults = [];
        await Parallel.ForEachAsync(inquiries, new ParallelOptions { MaxDegreeOfParallelism = atATime }, async (inquiry, _) =>
        {
            if (await twins.Fault(inquiry, moment) is { } fault) faults.Enqueue(fault);
        });
        Assert.True(faults.IsEmpty, $"{faults.Count} wrong answers at {moment:O} (seed {seed}), first:\n{string.Join("\n\n", faults.Take(MaxShown))}");
    }

    /// <summary>The first request to these routes by which somebody who may not know it can tell the gateways apart; null where there is none.</summary>
    public async Task<string?> FindDifference(IReadOnlyList<KnownRoute> through)
    {
        await foreach (var inquiry in Inquiries(through, oddly: 1))
            if (await twins.Difference(inquiry, twins.Clock.GetUtcNow()) is { } difference) return difference;
        return null;
    }

    private IAsyncEnumerable<Inquiry> Inquiries(IReadOnlyList<KnownRoute> through, int oddly)
        => Each(through, (draw, route, visitor) => [draw.Plain(route, visitor), .. Enumerable.Range(0, oddly).Select(_ => draw.Odd(route, visitor))]);

    private async IAsyncEnumerable<Inquiry> Each(IReadOnlyList<KnownRoute> through, Func<InquiryDraw, KnownRoute, Visitor, IEnumerable<Inquiry>> inquiries)
    {
        var draw = new InquiryDraw(twins.Stores, twins.Rules, await Hashes(), seed);
        foreach (var route in through)
        {
            foreach (var visitor in visitors.Where(visitor => Asking.Covers(route, visitor)))
            {
                foreach (var inquiry in inquiries(draw, route, visitor)) yield return inquiry;
            }
        }
    }

    /// <summary>Of the documents of the centre that is read, of both stores.</summary>
    private async Task<IReadOnlyList<string>> Hashes()
    {
        List<string> hashes = [];
        foreach (var twin in twins.Gateways)
        {
            var latest = await twin.Gateway.Services.GetRequiredService<IGrainFactory>().Results(Packages.Series, TwoStores.Read).GetLatest();
            hashes.AddRange(latest!.Published.Manifest.Contents.SelectMany(content => content.Stored.Append(content.Sha256)).Select(hash => hash.ToString()));
        }

        return hashes;
    }
}
