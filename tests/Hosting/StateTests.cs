using ResultsGrid.Grains.Hosting;
using ResultsGrid.Tests.Hosting.Desk;

namespace ResultsGrid.Tests.Hosting;

/// <summary>Memory shows what is stored, and what was acknowledged is stored.</summary>
public abstract class StateTests : IAsyncLifetime
{
    /// <summary>What a note's JSON has beside its text.</summary>
    private static readonly int AroundText = "{\"note\":{\"$type\":\"remark\",\"text\":\"\"}}".Length;

    private OrleansHost? host;

    private OrleansHost Host => host ?? throw new InvalidOperationException("The host starts with the test.");

    private Gates Gates => Host.Gates;

    public async Task InitializeAsync() => host = await OrleansHost.Start(await Storage());

    public virtual async Task DisposeAsync()
    {
        if (host is not null) await host.DisposeAsync();
    }

    /// <summary>What adds the storage under test to a silo, by a name.</summary>
    protected abstract Task<Action<ISiloBuilder, string>> Storage();

    [Fact]
    public async Task A_grain_that_never_wrote_has_its_empty_state() => Assert.Equal(0, await Desk().GetEntries());

    [Fact]
    public async Task State_is_there_before_the_first_call_after_a_restart()
    {
        await Desk("10101").Add(7);
        await Desk("10102").Add(8);
        await Host.Restart();
        Assert.Equal(7, await Desk("10101").GetEntries());
        Assert.Equal(8, await Desk("10102").GetEntries());
        Assert.Equal(9, await Desk("10101").Add(2));
    }

    [Fact]
    public async Task A_grain_keeps_two_states_apart()
    {
        await Desk().Add(7);
        await Desk().Keep(new DeskNote.Remark("entries are late"));
        await Host.Restart();
        Assert.Equal(7, await Desk().GetEntries());
        Assert.Equal(new DeskNote.Remark("on time"), await Desk().Keep(new DeskNote.Remark("on time")));
    }

    [Theory]
    [InlineData(false, 7)]
    [InlineData(true, 10)]
    public async Task After_a_failed_write_memory_shows_what_the_store_really_holds(bool wasStored, int entries)
    {
        await Desk().Add(7);
        Host.FailNextWrite(afterStoring: wasStored);
        await Assert.ThrowsAnyAsync<StorageUnavailableException>(() => Desk().Add(3));
        Assert.Equal(entries, await Desk().GetEntries());
        Assert.Equal(entries + 1, await Desk().Add(1));
    }

    [Fact]
    public async Task A_call_beside_a_write_sees_the_change_only_once_it_is_stored()
    {
        await Desk().Add(7);
        Host.HoldNextWrite("disk");
        var adding = Desk().Add(3);
        await Gates.Reached("disk");
        Assert.Equal(7, await Desk().PeekEntries());
        Gates.Open("disk");
        Assert.Equal(10, await adding);
        Assert.Equal(10, await Desk().PeekEntries());
    }

    [Fact]
    public async Task A_grain_that_can_not_read_back_a_failed_write_starts_anew_from_the_store()
    {
        await Desk().Add(7);
        var instance = await Desk().GetInstance();
        Host.FailNextWrite(afterStoring: true);
        Host.FailNextReads(1);
        await Assert.ThrowsAnyAsync<StorageUnavailableException>(() => Desk().Add(3));
        Assert.Equal(10, await Desk().GetEntries());
        Assert.NotEqual(instance, await Desk().GetInstance());
    }

    [Fact]
    public async Task A_write_on_a_stale_version_is_refused_and_the_grain_then_knows_the_newer_one()
    {
        await Desk().Add(7);
        await Host.Overwrite("10101", new DeskState { Entries = 100 });
        await Assert.ThrowsAsync<StateConflictException>(() => Desk().Add(1));
        Assert.Equal(100, await Desk().GetEntries());
        Assert.Equal(101, await Desk().Add(1));
    }

    [Fact]
    public async Task A_first_write_is_refused_where_somebody_else_wrote_first()
    {
        Assert.Equal(0, await Desk().GetEntries());
        await Host.Overwrite("10101", new DeskState { Entries = 100 });
        await Assert.ThrowsAsync<StateConflictException>(() => Desk().Add(1));
        Assert.Equal(100, await Desk().GetEntries());
    }

    [Fact]
    public async Task Among_many_grains_that_write_at_once_a_conflict_fails_only_its_own()
    {
        var desks = Enumerable.Range(10_000, 200).Select(number => $"{number}").ToList();
        foreach (var desk in desks) await Desk(desk).Add(1);
        await Host.Overwrite("10077", new DeskState { Entries = 100 });
        var outcomes = await Task.WhenAll(desks.Select(async desk => (desk, fault: await Record.ExceptionAsync(() => Desk(desk).Add(1)))));

        Assert.Equal(["10077"], outcomes.Where(outcome => outcome.fault is not null).Select(outcome => outcome.desk));
        Assert.IsType<StateConflictException>(outcomes.Single(outcome => outcome.fault is not null).fault);
        await Host.Restart();
        foreach (var desk in desks) Assert.Equal(desk == "10077" ? 100 : 2, await Desk(desk).GetEntries());
    }

    [Fact]
    public async Task A_grain_whose_state_can_not_be_read_fails_the_call_and_the_next_call_tries_anew()
    {
        await Desk().Add(7);
        await Host.Restart();
        Host.FailNextReads(1);
        await Assert.ThrowsAnyAsync<StorageUnavailableException>(() => Desk().GetEntries());
        Assert.Equal(7, await Desk().GetEntries());
    }

    [Fact]
    public async Task Contracts_cross_between_silos_as_what_they_are()
    {
        var counted = new DeskNote.Counted(12, [new DateOnly(2026, 8, 13)]);
        var crossed = Assert.IsType<DeskNote.Counted>(await Desk().Keep(counted));
        Assert.NotSame(counted, crossed);
        Assert.Equal((12, new DateOnly(2026, 8, 13)), (crossed.Entries, crossed.Days.Single()));
    }

    [Fact]
    public async Task A_grain_that_sets_its_state_past_its_promise_is_refused_and_nothing_changes()
    {
        await Desk().Add(7);
        await Assert.ThrowsAsync<NotSupportedException>(() => Desk().SetPastCommit(3));
        Assert.Equal(7, await Desk().GetEntries());
    }

    [Fact]
    public async Task A_state_at_its_bound_is_kept_and_one_past_it_changes_nothing()
    {
        var largest = new DeskNote.Remark(new string('x', StoredStates.MaxStateBytes - AroundText));
        Assert.Equal(largest, await Desk().Keep(largest));
        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => Desk().Keep(new DeskNote.Remark(largest.Text + "x")));
        Assert.Contains($"takes {StoredStates.MaxStateBytes + 1} bytes", fault.Message, StringComparison.Ordinal);
        Assert.Equal(new DeskNote.Remark("after it"), await Desk().Keep(new DeskNote.Remark("after it")));
    }

    private IDeskGrain Desk(string key = "10101") => Host.Desk(key);
}
