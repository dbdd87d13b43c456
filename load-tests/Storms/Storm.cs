using ResultsGrid.Gateway.Demonstrations;
using ResultsGrid.Gateway.SignIn;
using ResultsGrid.LoadTests.Arrivals;
using ResultsGrid.LoadTests.Promises;
using ResultsGrid.LoadTests.Wire;

namespace ResultsGrid.LoadTests.Storms;

/// <summary>Everybody signs in at once, and somebody guesses, while key holders download: by pairs, without the storm and with it.</summary>
/// <param name="documents">What the key holders ask for.</param>
public sealed class Storm(Uri address, IReadOnlyList<LoadRequest> documents, SignIns signIns, StormPlan plan, TimeProvider time)
{
    private const int Connections = 64;
    private const int MaxConnections = 2_000;
    private const int MeasuredDownloads = 20_000;
    private const double SessionsPerSecond = 20;
    private const double GuessesPerSecond = 100;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    private readonly WireAddress wire = WireAddress.Of(address);

    public async Task<DrillReport> Run(CancellationToken cancellation)
    {
        var session = await OpenSession(cancellation);
        var (perSecond, capacity) = await Rate(cancellation);
        // The first sign-ins are slow for reasons of their own: code that was never run.
        await Half("warm-up", perSecond, session, Arrival.Draw(plan.SignInsPerSecond, WarmUp, new Random(plan.Seed), signIns.Storm), plan.Seed, cancellation);
        var pairs = new List<(StormFigures Without, StormFigures With)>();
        for (var pair = 1; pair <= plan.Pairs; pair++)
        {
            var seed = plan.Seed + pair;
            var without = await Half($"{pair} without", perSecond, session, [], seed, cancellation);
            pairs.Add((without, await Half($"{pair} with", perSecond, session, Arrival.Draw(plan.SignInsPerSecond, plan.Duration, new Random(seed), signIns.Storm), seed, cancellation)));
        }

        var guessed = await Half("guesses at one centre", perSecond, session, Arrival.Draw(GuessesPerSecond, plan.Duration, new Random(plan.Seed), signIns.Guess), plan.Seed, cancellation);
        return StormReport.Of(plan, capacity, perSecond, pairs, guessed);
    }

    private async Task<LoadRequest> OpenSession(CancellationToken cancellation)
    {
        using var person = await OperatorClient.SignIn(address, new Credentials(signIns.First.User!, signIns.First.Password!), cancellation);
        return new LoadRequest("session", WireRequest.Write(wire, "GET", "/api/v1/session", $"Authorization: Bearer {person.Token}"));
    }

    /// <summary>Half of what this machine serves while it asks, too. The first round is the warm-up.</summary>
    private async Task<(double PerSecond, double? Capacity)> Rate(CancellationToken cancellation)
    {
        if (plan.DownloadsPerSecond is { } given) return (given, null);
        var requests = Enumerable.Range(0, MeasuredDownloads).Select(number => documents[number % documents.Count]).ToList();
        var took = TimeSpan.MaxValue;
        for (var round = 0; round < 3; round++) took = await ClosedLoad.Run(wire, Connections, requests, _ => { }, time, cancellation);
        var capacity = requests.Count / took.TotalSeconds;
        return (capacity / 2, capacity);
    }

    private async Task<StormFigures> Half(string name, double perSecond, LoadRequest session, IReadOnlyList<Arrival> storm, int seed, CancellationToken cancellation)
    {
        var figures = new StormFigures(name);
        var quiet = storm.Count == 0 ? [] : signIns.Quiet(plan.Duration);
        var began = time.GetTimestamp();
        var signingIn = Task.Run(async () =>
        {
            await OpenLoad.Run(wire, WireLimits.Default, MaxConnections, [.. storm.Concat(quiet).OrderBy(arrival => arrival.Due)], figures.HearSignIn, time, cancellation);
            figures.Took = time.GetElapsedTime(began);
        }, cancellation);
        var sessions = Task.Run(() => Load(SessionsPerSecond, seed, _ => session, figures.Sessions), cancellation);
        await Task.Run(() => Load(perSecond, seed + 1, chance => documents[chance.Next(documents.Count)], figures.Downloads), cancellation);
        await Task.WhenAll(signingIn, sessions);
        return figures;

        Task Load(double rate, int itsSeed, Func<Random, LoadRequest> next, LoadFigures into)
            => OpenLoad.Run(wire, WireLimits.Default, MaxConnections, Arrival.Draw(rate, plan.Duration, new Random(itsSeed), next), into.Hear, time, cancellation);
    }
}
