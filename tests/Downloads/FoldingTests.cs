using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Downloads;
using ResultsGrid.Grains.Downloads.Logs;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Results;

namespace ResultsGrid.Tests.Downloads;

public sealed class FoldingTests : IAsyncLifetime
{
    private static readonly CentreNumber Centre = LedgerHost.Centres[0];

    private LedgerHost host = null!;

    public Task InitializeAsync()
    {
        host = LedgerHost.Start();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Settling_one_centre_folds_no_other()
    {
        foreach (var centre in LedgerHost.Centres) await host.Record(centre, "user");
        await host.Ledger.Settle(LedgerHost.Series, Centre);
        Assert.Equal([$"{Centre} user {LedgerHost.Document}"], (await host.Folded()).Keys);
    }

    [Fact]
    public async Task First_last_version_and_count_are_kept_by_user_and_document()
    {
        var first = host.Clock.GetUtcNow();
        await host.Record(Centre, "user", "results-file", "marks-csv");
        await host.Ledger.Settle(LedgerHost.Series, Centre);
        host.Clock.Advance(TimeSpan.FromHours(1));
        var last = host.Clock.GetUtcNow();
        await host.Ledger.Record(new Download(last, "user", LedgerHost.Series, Centre, 2, ["results-file"]));
        await host.Ledger.Settle(LedgerHost.Series, Centre);
        Assert.Equal(
            [new Fetch("user", "marks-csv", 1, first, first, 1), new Fetch("user", "results-file", 2, first, last, 2)],
            (await host.Fetches(Centre)).OrderBy(fetch => fetch.DocumentId, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_centre_whose_state_can_not_be_read_holds_no_other_up_and_its_entries_stay_until_it_can()
    {
        foreach (var centre in LedgerHost.Centres) await host.Record(centre, "user");
        host.Crash();
        host.Faults.FailNextReads(1);
        Assert.False(await host.Ledger.FoldLeft(CancellationToken.None));
        Assert.NotEmpty(host.Files);
        Assert.True(await host.Ledger.FoldLeft(CancellationToken.None));
        Assert.Empty(host.Files);
        Assert.Equal([1, 1, 1], (await host.Folded()).Values);
    }

    [Fact]
    public async Task Rounds_fold_what_is_a_minute_old_by_the_clock_until_they_are_ended()
    {
        using var end = new CancellationTokenSource();
        var rounds = host.Ledger.FoldInRounds(host.Clock, end.Token);
        await host.Record(LedgerHost.Centres[0], "user");
        host.Clock.Advance(TimeSpan.FromSeconds(5));
        await host.Record(LedgerHost.Centres[1], "user");
        host.Clock.Advance(TimeSpan.FromSeconds(30));
        await host.Record(LedgerHost.Centres[2], "user");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        foreach (var (seconds, folded) in new[] { (25, 1), (10, 2) })
        {
            host.Clock.Advance(TimeSpan.FromSeconds(seconds));
            while ((await host.Folded()).Count < folded) Assert.False(patience.IsCancellationRequested, "A minute by the clock brought no round.");
        }

        // The first round is over, since the second has folded; the third centre has rested for 35 s.
        Assert.Equal(LedgerHost.Centres.Take(2).Select(centre => $"{centre} user {LedgerHost.Document}"), (await host.Folded()).Keys);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rounds);
    }

    [Fact]
    public async Task A_round_folds_a_few_centres_and_leaves_the_processors_to_others_for_a_moment()
    {
        const int Few = 4;
        const int Centres = 10;
        foreach (var number in Enumerable.Range(0, Centres)) await host.Ledger.Record(Named(CentreNumber.Parse($"{40_000 + number}"), number, 1));
        using var end = new CancellationTokenSource();
        var rounds = host.Ledger.FoldInRounds(host.Clock, end.Token);
        host.Clock.Advance(TimeSpan.FromSeconds(10));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await FoldedOf(Centres) < Few) Assert.False(patience.IsCancellationRequested, "No centre was folded.");
        for (var look = 0; look < 20; look++) Assert.Equal(Few, await FoldedOf(Centres));
        while (await FoldedOf(Centres) < Centres)
        {
            Assert.False(patience.IsCancellationRequested, "The others were not folded as time went on.");
            host.Clock.Advance(TimeSpan.FromMilliseconds(20));
        }

        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rounds);
    }

    [Fact]
    public async Task Once_the_memory_is_nearly_full_a_round_folds_everything_at_once()
    {
        const int Documents = 250;
        const int Centres = 20;
        foreach (var number in Enumerable.Range(0, OpenLog.UrgentUnfolded / Documents))
            await host.Ledger.Record(Named(CentreNumber.Parse($"{40_000 + (number % Centres)}"), number, Documents, host.Clock.GetUtcNow()));
        using var end = new CancellationTokenSource();
        var rounds = host.Ledger.FoldInRounds(host.Clock, end.Token);
        host.Clock.Advance(TimeSpan.FromSeconds(10));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await FoldedOf(Centres) < OpenLog.UrgentUnfolded) Assert.False(patience.IsCancellationRequested, "The round waited for the clock.");
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rounds);
    }

    [Fact]
    public async Task Once_half_of_the_memory_is_full_nothing_has_to_rest()
    {
        const int Documents = 250;
        const int Centres = 20;
        foreach (var number in Enumerable.Range(0, OpenLog.MaxUnfolded / 2 / Documents))
            await host.Ledger.Record(Named(CentreNumber.Parse($"{40_000 + (number % Centres)}"), number, Documents, host.Clock.GetUtcNow()));
        using var end = new CancellationTokenSource();
        var rounds = host.Ledger.FoldInRounds(host.Clock, end.Token);
        host.Clock.Advance(TimeSpan.FromSeconds(10));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await FoldedOf(1) == 0) Assert.False(patience.IsCancellationRequested, "The round waited for a minute to pass.");
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rounds);
    }

    [Fact]
    public async Task What_came_before_the_clock_was_set_back_is_folded_in_the_next_round()
    {
        using var end = new CancellationTokenSource();
        var rounds = host.Ledger.FoldInRounds(host.Clock, end.Token);
        await host.Ledger.Record(Named(Centre, 1, 1, host.Clock.GetUtcNow() + TimeSpan.FromHours(1)));
        host.Clock.Advance(TimeSpan.FromSeconds(10));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await host.Folded()).Count == 0) Assert.False(patience.IsCancellationRequested, "It rests until the clock has come there again.");
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rounds);
    }

    [Fact]
    public async Task Past_the_bound_of_fetches_in_memory_downloads_are_refused_until_they_are_folded()
    {
        const int documents = 250;
        foreach (var number in Enumerable.Range(0, OpenLog.MaxUnfolded / documents))
            await host.Ledger.Record(Named(CentreNumber.Parse($"{40_000 + (number % 20)}"), number, documents));
        await Assert.ThrowsAsync<OverloadedException>(async () => await host.Record(Centre, "one more"));
        Assert.True(await host.Ledger.FoldAll(CancellationToken.None));
        await host.Record(Centre, "one more");
        await host.Ledger.Settle(LedgerHost.Series, Centre);
        Assert.Single(await host.Fetches(Centre));
    }

    [Fact]
    public async Task A_centre_past_its_bound_of_fetches_refuses_nothing_and_counts_the_rest_as_others()
    {
        const int documents = 100;
        const int beyond = 3;
        foreach (var number in Enumerable.Range(0, (DownloadsState.MaxFetches / documents) + beyond)) await host.Ledger.Record(Named(Centre, number, documents));
        await host.Ledger.Settle(LedgerHost.Series, Centre);
        await host.Record(Centre, "late", "document 0");
        await host.Record(Centre, "user 0", "document 0");
        await host.Ledger.Settle(LedgerHost.Series, Centre);

        var fetches = await host.Fetches(Centre);
        Assert.Equal(DownloadsState.MaxFetches + documents, fetches.Length);
        Assert.Equal(DownloadsState.MaxFetches + (beyond * documents) + 2, fetches.Sum(fetch => fetch.Count));
        Assert.Equal(beyond + 1, fetches.Single(fetch => (fetch.By, fetch.DocumentId) == (DownloadsState.Others, "document 0")).Count);
        Assert.Equal(2, fetches.Single(fetch => (fetch.By, fetch.DocumentId) == ("user 0", "document 0")).Count);
    }

    private async Task<int> FoldedOf(int centres)
    {
        var folded = 0;
        foreach (var number in Enumerable.Range(0, centres)) folded += (await host.Fetches(CentreNumber.Parse($"{40_000 + number}"))).Length;
        return folded;
    }

    private static Download Named(CentreNumber centre, int user, int documents, DateTimeOffset at = default)
        => new(at, $"user {user}", LedgerHost.Series, centre, 1, [.. Enumerable.Range(0, documents).Select(number => $"document {number}")]);
}
