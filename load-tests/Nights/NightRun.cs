using System.Collections.Concurrent;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Gateway.Demonstrations;
using ResultsGrid.Grains.Release;
using ResultsGrid.LoadTests.Nights.Clients;
using ResultsGrid.LoadTests.Nights.Figures;
using ResultsGrid.LoadTests.Nights.Findings;
using ResultsGrid.LoadTests.Nights.Plans;
using ResultsGrid.LoadTests.Nights.Preparation;
using ResultsGrid.LoadTests.Processes;
using ResultsGrid.LoadTests.Wire;

namespace ResultsGrid.LoadTests.Nights;

/// <summary>One results night: everyone comes as planned, and everything is checked.</summary>
/// <param name="stage">What runs the clients.</param>
public sealed class NightRun(NightTarget target, NightWish wish, INightStage stage, TimeProvider time, Action<string> tell)
{
    /// <summary>After the release; who has not got everything by then was not served.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <exception cref="InvalidOperationException">The night can't begin; the message says why.</exception>
    public async Task<NightFigures> Run(CancellationToken cancellation)
    {
        using var reader = new LedgerReader(target.Address);
        var (night, before) = await Begin(reader, cancellation);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(stage.StartUp + wish.Lead + Longest);
        NightClient[] clients = [.. Clients(night, limit.Token)];
        var watch = target.Process is null ? null : new ProcessWatch(target.Process, time);
        using var over = new CancellationTokenSource();
        var watching = watch?.Run(over.Token) ?? Task.CompletedTask;
        tell($"{clients.Length:N0} clients; {(night.IsReleased ? "the series is released already, so they only fetch" : $"the doors open at {night.Clock.Release:HH:mm:ss} UTC")}.");
        var home = new ConcurrentBag<NightClient>();
        await stage.Play(clients, async (client, witness) =>
        {
            await RunToTheEnd(client, witness, night);
            home.Add(client);
        });
        // Who asked for nothing would break no other promise.
        foreach (var client in clients.Except(home))
            night.Findings.Expect(false, Check.EveryoneServed, $"centre {client.Plan.Centre}", "a client that plays its part", "one that the stage left out");
        await over.CancelAsync();
        await watching;
        cancellation.ThrowIfCancellationRequested();

        tell("Everyone has gone home. Comparing the ledgers.");
        await new LedgerCheck(night, reader).Run(clients, before, cancellation);
        var figures = NightFigures.Of(night, target, clients, watch?.Samples ?? []);
        foreach (var client in clients) client.Dispose();
        return figures;
    }

    private async Task<(Night Night, EarlierFetches Before)> Begin(LedgerReader reader, CancellationToken cancellation)
    {
        var centres = target.Keys.Concat(target.People).Select(access => access.Centre).Distinct().ToList();
        if (target.Operators.Count < 2) return (Start(), await Earlier(KeyOf));

        using var proposer = await OperatorClient.SignIn(target.Address, target.Operators[0], cancellation);
        using var approver = await OperatorClient.SignIn(target.Address, target.Operators[1], cancellation);
        var before = await Earlier(_ => proposer.Token!);
        using var schedule = new NightSchedule(target.Address, target.Series, proposer.Token!, approver.Token!);
        // Only a service of our own is closed again once it has opened.
        if (target.Process is null && await schedule.State() != ReleaseState.Embargoed) return (Start(), before);
        var release = await schedule.OpenIn(stage.StartUp + wish.Lead, time);
        return (new Night(WireAddress.Of(target.Address), target.Series, wish, new NightClock(time, release), IsReleased: false), before);

        Task<EarlierFetches> Earlier(Func<CentreNumber, string> secretOf) => EarlierFetches.Read(target.Series, centres, secretOf, reader, cancellation);
    }

    /// <summary>A night without a release: everyone comes from now on.</summary>
    private Night Start() => new(WireAddress.Of(target.Address), target.Series, wish, new NightClock(time, time.GetUtcNow() + stage.StartUp), IsReleased: true);

    private string KeyOf(CentreNumber centre) => target.Keys.FirstOrDefault(access => access.Centre == centre)?.Key
        ?? throw new InvalidOperationException($"Centre {centre} has people but no key, and there are no operators, so nobody reads its ledger before the night.");

    private IEnumerable<NightClient> Clients(Night night, CancellationToken cancellation)
        => NightPlan.Draw(wish, [.. target.Keys.Select(access => access.Centre)], [.. target.People.Select(access => access.Centre)], night.IsReleased)
            .Zip(target.Keys.Concat(target.People), (plan, access) => new NightClient(night, plan, access, cancellation));

    private static async Task RunToTheEnd(NightClient client, IRequestWitness? witness, Night night)
    {
        try
        {
            await client.Run(witness);
        }
        catch (OperationCanceledException)
        {
            night.Findings.Expect(false, Check.EveryoneServed, $"centre {client.Plan.Centre}", $"everything within {Longest.TotalMinutes} minutes", "not yet");
        }
    }
}
