using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Tests.Hosting.Desk;

/// <inheritdoc cref="IDeskGrain"/>
[GrainType("desk")]
public sealed class DeskGrain(
    [PersistentState("DeskState")] IPersistentState<DeskState> state,
    [PersistentState("DeskArchive")] IPersistentState<DeskArchive> archive,
    Gates gates) : Grain, IDeskGrain
{
    private static int instances;

    private readonly int instance = Interlocked.Increment(ref instances);

    public async Task<int> Add(int entries)
    {
        await state.Commit(state.State with { Entries = state.State.Entries + entries });
        return state.State.Entries;
    }

    public Task<int> GetEntries() => Task.FromResult(state.State.Entries);

    public async Task Write(string gate)
    {
        gates.Note($"{gate} in");
        await gates.Arrive(gate);
        gates.Note($"{gate} out");
    }

    public Task<int> PeekEntries() => Task.FromResult(state.State.Entries);

    public Task<int> GetInstance() => Task.FromResult(instance);

    public Task<int> AskThrough(string otherDesk) => GrainFactory.GetGrain<IDeskGrain>(otherDesk).GetEntriesOf(this.GetPrimaryKeyString());

    public Task<int> GetEntriesOf(string otherDesk) => GrainFactory.GetGrain<IDeskGrain>(otherDesk).GetEntries();

    public async Task<DeskNote> Keep(DeskNote note)
    {
        await archive.Commit(new DeskArchive { Note = note });
        return archive.State.Note!;
    }

    public Task SetPastCommit(int entries)
    {
        state.State = new DeskState { Entries = entries };
        return state.WriteStateAsync();
    }
}
