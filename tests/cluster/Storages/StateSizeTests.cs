using ResultsGrid.ClusterTests.Drills;
using ResultsGrid.ClusterTests.Hosting;
using ResultsGrid.Storage.States;
using ResultsGrid.Tests.Hosting;
using ResultsGrid.Tests.Hosting.Desk;

namespace ResultsGrid.ClusterTests.Storages;

/// <summary>The largest state that a cluster's storages take.</summary>
public sealed class StateSizeTests
{
    /// <summary>What a note's JSON has beside its text.</summary>
    private static readonly int AroundText = "{\"note\":{\"$type\":\"remark\",\"text\":\"\"}}".Length;

    [Fact]
    public Task In_the_development_clusters_memory_a_state_at_its_bound_is_kept_and_one_past_it_changes_nothing()
        => KeepsTheBound((silo, name) => silo.AddMemoryGrainStorage(name));

    [StorageFact(StorageFactAttribute.PostgreSql)]
    public Task In_PostgreSQL_a_state_at_its_bound_is_kept_and_one_past_it_changes_nothing() => KeepsTheBound(PostgreSqlStates.Add);

    private static async Task KeepsTheBound(Action<ISiloBuilder, string> addStates)
    {
        await using var host = await OrleansHost.Start(new HostBounds(), RealTimes.Ample, addStates);
        var desk = host.Grains.GetGrain<IDeskGrain>("10101");
        var largest = new DeskNote.Remark(new string('x', StoredStates.MaxStateBytes - AroundText));
        Assert.Equal(largest, await desk.Keep(largest));

        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => desk.Keep(new DeskNote.Remark(largest.Text + "x")));
        Assert.Contains($"takes {StoredStates.MaxStateBytes + 1} bytes", fault.Message, StringComparison.Ordinal);
        Assert.Equal(new DeskNote.Remark("after it"), await desk.Keep(new DeskNote.Remark("after it")));
    }
}
