using FsCheck;
using FsCheck.Fluent;

namespace ResultsGrid.Tests.Downloads;

public sealed class ExactlyOnceTests : IAsyncLifetime
{
    private const int Histories = 40;
    private const int Many = 40;

    /// <summary>In bytes: the head and a little more.</summary>
    private const int PartOfABlock = 40;

    private LedgerHost host = null!;
    private int history;

    public Task InitializeAsync()
    {
        host = LedgerHost.Start();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public void Whatever_is_killed_or_fails_every_entry_is_counted_once()
        => Prop.ForAll(Steps().ToArbitrary(), Run).Check(Config.QuickThrowOnFailure.WithMaxTest(Histories).WithEndSize(60));

    [Theory]
    [InlineData(LedgerDeed.Crash)]
    [InlineData(LedgerDeed.CrashInAWrite)]
    [InlineData(LedgerDeed.CrashBehindFolding)]
    [InlineData(LedgerDeed.CrashInFolding)]
    [InlineData(LedgerDeed.LoseAnAnswer)]
    [InlineData(LedgerDeed.FailAWrite)]
    [InlineData(LedgerDeed.Restart)]
    public Task Each_thing_that_can_go_wrong_alone(LedgerDeed deed)
        => Run([new(LedgerDeed.RecordMany, 0, 0), new(LedgerDeed.Record, 1, 1), new(deed, 0, 0), new(LedgerDeed.Record, 0, 0), new(deed, 1, 0), new(LedgerDeed.Record, 2, 2)]);

    [Fact]
    public async Task After_a_stop_in_order_nothing_stays_in_the_ledger_and_after_a_kill_it_does()
    {
        await host.Record(LedgerHost.Centres[0], "user");
        host.Crash();
        Assert.NotEmpty(host.Files);
        Assert.True(File.Exists(host.Mark));
        await host.Restart();
        Assert.Empty(host.Files);
        Assert.False(File.Exists(host.Mark));
        Assert.Equal(1, (await host.Folded()).Values.Sum());
    }

    /// <summary>Found by the histories above: a file that is folded and gone, and back after a crash together with the grain's newer state.</summary>
    [Fact]
    public Task A_file_that_comes_back_is_not_counted_again() => Run(
    [
        // The write that is to fail is the fold at the restart's stop, so a file is left, and opened.
        new(LedgerDeed.FailAWrite, 0, 0), new(LedgerDeed.Record, 0, 1), new(LedgerDeed.Restart, 0, 0),
        new(LedgerDeed.Record, 0, 2), new(LedgerDeed.CrashBehindFolding, 0, 0),
    ]);

    [Fact]
    public async Task A_grain_keeps_its_place_only_in_logs_that_may_still_bring_entries()
    {
        for (var life = 0; life < 5; life++)
        {
            await host.Record(LedgerHost.Centres[0], "user");
            await host.Restart();
        }

        Assert.Single((await host.Downloaded(LedgerHost.Centres[0])).Folded);
    }

    private static Gen<LedgerStep[]> Steps()
    {
        (int Weight, Gen<LedgerDeed> Deed)[] weights =
            [(12, Gen.Constant(LedgerDeed.Record)), (3, Gen.Constant(LedgerDeed.RecordMany)), .. Enum.GetValues<LedgerDeed>()[2..].Select(deed => (1, Gen.Constant(deed)))];
        return (from deed in Gen.Frequency(weights)
                from centre in Gen.Choose(0, LedgerHost.Centres.Count - 1)
                from user in Gen.Choose(0, 2)
                select new LedgerStep(deed, centre, user)).ArrayOf();
    }

    private async Task Run(LedgerStep[] steps)
    {
        history++;
        var expected = await host.Folded();
        foreach (var step in steps) await Do(step, expected);
        // A fault that was ordered and met no write yet is met here.
        await host.Ledger.FoldAll(CancellationToken.None);
        foreach (var centre in LedgerHost.Centres) await host.Ledger.Settle(LedgerHost.Series, centre);
        var found = await host.Folded();
        foreach (var (entry, count) in expected) Assert.True(found.GetValueOrDefault(entry) == count, $"'{entry}' was recorded {count} times and is counted {found.GetValueOrDefault(entry)} times.");
        Assert.Equal(expected.Count, found.Count);
    }

    private async Task Do(LedgerStep step, SortedDictionary<string, int> expected)
    {
        var centre = LedgerHost.Centres[step.Centre];
        var by = $"{history}-{step.User}";
        var entry = $"{centre} {by} {LedgerHost.Document}";
        switch (step.Deed)
        {
            case LedgerDeed.Record:
                await host.Record(centre, by);
                expected[entry] = expected.GetValueOrDefault(entry) + 1;
                break;
            case LedgerDeed.RecordMany:
                await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => host.Record(centre, by).AsTask()));
                expected[entry] = expected.GetValueOrDefault(entry) + Many;
                break;
            case LedgerDeed.Settle:
                await Settle(step.Centre);
                break;
            case LedgerDeed.FoldAll:
                await host.Ledger.FoldAll(CancellationToken.None);
                break;
            case LedgerDeed.Crash:
                await host.Left(host.Image());
                break;
            case LedgerDeed.CrashInAWrite:
                await host.Left(Torn(host.Image()));
                break;
            case LedgerDeed.CrashBehindFolding:
                var before = host.Image();
                await host.Ledger.FoldAll(CancellationToken.None);
                await host.Left(before);
                break;
            case LedgerDeed.CrashInFolding:
                var between = host.Image();
                await Settle(step.Centre);
                await host.Left(between);
                break;
            case LedgerDeed.LoseAnAnswer:
                host.Faults.FailNextWrite(afterStoring: true);
                await host.Ledger.FoldAll(CancellationToken.None);
                break;
            case LedgerDeed.FailAWrite:
                host.Faults.FailNextWrite(afterStoring: false);
                await host.Ledger.FoldAll(CancellationToken.None);
                break;
            case LedgerDeed.Restart:
                await host.Restart();
                break;
            default:
                throw new InvalidOperationException($"Nobody knows how to {step.Deed}.");
        }
    }

    /// <summary>An ordered fault may meet this write: then the officer's question fails, and nothing else.</summary>
    private async Task Settle(int centre)
    {
        try
        {
            await host.Ledger.Settle(LedgerHost.Series, LedgerHost.Centres[centre]);
        }
        catch (IOException)
        {
            // The next fold brings what this one did not.
        }
    }

    private static string Torn(string image)
    {
        if (Directory.EnumerateFiles(image).Max(StringComparer.Ordinal) is not { } newest) return image;
        var bytes = File.ReadAllBytes(newest);
        var end = bytes.AsSpan().LastIndexOfAnyExcept((byte)0) + 1;
        using var file = File.OpenHandle(newest, access: FileAccess.Write);
        RandomAccess.Write(file, bytes.AsSpan(0, Math.Min(end, PartOfABlock)), end);
        return image;
    }
}
