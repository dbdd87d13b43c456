using ResultsGrid.Grains.Hosting;
using ResultsGrid.Tests.Hosting;

namespace ResultsGrid.Tests.Cluster.Nodes;

/// <summary>What a node that is out of touch with the cluster's storage does with the calls of its grains.</summary>
[Collection(RealTime.Name)]
public sealed class LeasedCallsTests : IAsyncLifetime
{
    private NodePair pair = null!;

    private Gates Gates => pair.Gates;

    public async Task InitializeAsync() => pair = await NodePair.Start();

    public async Task DisposeAsync() => await pair.DisposeAsync();

    [Fact]
    public async Task No_call_begins_on_a_node_out_of_touch_and_it_is_asked_again_until_the_node_is_back()
    {
        await pair.First.Desk().Add(7);
        await NodePair.PutOutOfTouch(pair.Second);
        var refused = pair.Second.Refused.Next();
        var working = pair.First.Desk().Write("work");
        await refused.WaitAsync(Gates.Patience);
        Assert.False(Gates.HasReached("work"));
        Assert.NotEmpty(await pair.First.Management.GetHosts());

        pair.Second.Log.Mend();
        await Gates.Reached("work");
        Gates.Open("work");
        await working;
        Assert.Equal(["work in", "work out"], Gates.Happened);
    }

    [Fact]
    public async Task A_call_whose_node_stays_out_of_touch_is_refused_as_more_than_it_can_do_and_nothing_was_done()
    {
        await pair.First.Desk().Add(7);
        await NodePair.PutOutOfTouch(pair.Second);
        await Assert.ThrowsAsync<OverloadedException>(() => pair.First.Desk().Add(3));
        pair.Second.Log.Mend();
        Assert.Equal(7, await pair.First.Desk().GetEntries());
    }

    [Fact]
    public async Task A_call_under_way_when_the_lease_lapses_goes_on_to_its_end()
    {
        var working = pair.First.Desk().Write("work");
        await Gates.Reached("work");
        await NodePair.PutOutOfTouch(pair.Second);
        Gates.Open("work");
        await working;
    }

    [Theory]
    [InlineData(false, "could not be announced")]
    [InlineData(true, "was not written for sure")]
    public async Task A_write_that_can_not_be_announced_is_not_acknowledged_and_is_announced_when_the_node_is_back(bool isUnsure, string reason)
    {
        await pair.First.Desk().Add(7);
        if (isUnsure) pair.Faults.FailNextWrite(afterStoring: true);
        pair.Faults.HoldNextWrite(() => Gates.Arrive("disk"));
        var adding = pair.First.Desk().Add(3);
        await Gates.Reached("disk");
        await NodePair.PutOutOfTouch(pair.Second);
        var before = (await pair.Announced()).Count;
        Gates.Open("disk");
        var fault = await Assert.ThrowsAsync<StorageUnavailableException>(() => adding);
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        Assert.Equal(before, (await pair.Announced()).Count);

        // Nobody asks the desk: the node has kept what it owes.
        pair.Second.Log.Mend();
        await DeskCluster.Until(async () => (await pair.Announced()).Skip(before).Contains("10101"));
        Assert.Equal(10, await pair.First.Desk().GetEntries());
    }
}
