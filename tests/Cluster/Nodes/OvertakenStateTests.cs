using ResultsGrid.Grains.Hosting;
using ResultsGrid.Tests.Hosting;
using ResultsGrid.Tests.Hosting.Desk;

namespace ResultsGrid.Tests.Cluster.Nodes;

/// <summary>What an activation does whose state others have written, or which can't know what is stored.</summary>
[Collection(RealTime.Name)]
public sealed class OvertakenStateTests : IAsyncLifetime
{
    private const string Key = "10101";

    private NodePair pair = null!;

    private IDeskGrain Desk => pair.First.Desk(Key);

    public async Task InitializeAsync() => pair = await NodePair.Start();

    public async Task DisposeAsync() => await pair.DisposeAsync();

    [Fact]
    public async Task A_write_that_ends_after_its_activation_was_overtaken_is_not_acknowledged_and_the_next_activation_knows_what_is_stored()
    {
        await Desk.Add(7);
        var instance = await Desk.GetInstance();
        pair.Faults.HoldNextWrite(() => pair.Gates.Arrive("disk"));
        var adding = Desk.Add(3);
        await pair.Gates.Reached("disk");
        await pair.First.AnnounceTo(pair.Second, Key);
        var peek = Desk.PeekEntries();
        await pair.First.Desk("10102").GetEntries();
        pair.Gates.Open("disk");

        var fault = await Assert.ThrowsAsync<StorageUnavailableException>(() => adding);
        Assert.Contains("was taken over", fault.Message, StringComparison.Ordinal);
        Assert.Equal(10, await peek);
        Assert.NotEqual(instance, await Desk.GetInstance());
        Assert.Equal(11, await Desk.Add(1));
    }

    [Fact]
    public async Task A_write_over_what_another_activation_wrote_changes_nothing_and_has_the_others_change_announced()
    {
        await Desk.Add(7);
        await pair.Overwrite(Key, new DeskState { Entries = 100 });
        var before = (await pair.Announced()).Count;
        await Assert.ThrowsAsync<StateConflictException>(() => Desk.Add(3));
        Assert.Contains(Key, (await pair.Announced()).Skip(before));
        Assert.Equal(100, await Desk.GetEntries());
        Assert.Equal(101, await Desk.Add(1));
    }

    [Fact]
    public async Task A_change_whose_writer_died_before_it_was_announced_is_announced_by_who_first_answers_it()
    {
        await pair.Overwrite(Key, new DeskState { Entries = 100 });
        Assert.DoesNotContain(Key, await pair.Announced());
        Assert.Equal(100, await Desk.GetEntries());
        Assert.Contains(Key, await pair.Announced());
    }

    [Theory]
    [InlineData(true, 10)]
    [InlineData(false, 7)]
    public async Task A_write_of_unknown_outcome_is_announced_though_nobody_can_read_it_and_the_next_call_sees_what_is_stored(bool wasStored, int entries)
    {
        await Desk.Add(7);
        var instance = await Desk.GetInstance();
        var before = (await pair.Announced()).Count;
        pair.Faults.FailNextWrite(afterStoring: wasStored);
        pair.Faults.FailNextReads(1);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Desk.Add(3));
        Assert.Equal([Key], (await pair.Announced()).Skip(before));
        Assert.Equal(entries, await Desk.GetEntries());
        Assert.NotEqual(instance, await Desk.GetInstance());
    }
}
