using Orleans.Core;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Tests.Hosting.Desk;

/// <inheritdoc cref="IDeskGrain"/>
public sealed class DeskGrain(
    GrainKey key,
    IStorage<DeskState> storage,
    IStorage<DeskArchive> archive,
    IActivation activation,
    IGrainFactory grains,
    Gates gates) : IDeskGrain
{
    private static int instances;

    private readonly int instance = Interlocked.Increment(ref instances);
    private int inside;

    public async Task<int> Add(int entries)
    {
        await storage.Commit(storage.State with { Entries = storage.State.Entries + entries });
        return storage.State.Entries;
    }

    public Task<int> GetEntries() => Task.FromResult(storage.State.Entries);

    public Task Write(string gate) => Stay(gate);

    public Task Read(string gate) => Stay(gate);

    public Task Glance(string gate) => Stay(gate);

    public Task<int> PeekEntries() => Task.FromResult(storage.State.Entries);

    public async Task<int> TakeTurns(int count)
    {
        var met = 0;
        for (var turn = 0; turn < count; turn++)
        {
            if (Interlocked.Increment(ref inside) != 1) met++;
            Thread.SpinWait(200);
            Interlocked.Decrement(ref inside);
            await Task.Yield();
        }

        return met;
    }

    public Task<int> GetInstance() => Task.FromResult(instance);

    public async Task Leave(string gate)
    {
        activation.Deactivate();
        await Stay(gate);
    }

    public async Task Refuse(string reason)
    {
        await Task.Yield();
        throw new InvalidOperationException(reason);
    }

    public async Task<int> AddAt(string otherDesk, int entries) => await grains.GetGrain<IDeskGrain>(otherDesk).Add(entries);

    public async Task<int> AskThrough(string otherDesk) => await grains.GetGrain<IDeskGrain>(otherDesk).GetEntriesOf(key.Text);

    public async Task<int> GetEntriesOf(string otherDesk) => await grains.GetGrain<IDeskGrain>(otherDesk).GetEntries();

    public async Task<DeskNote> Keep(DeskNote note)
    {
        await archive.Commit(new DeskArchive { Note = note });
        return archive.State.Note!;
    }

    private async Task Stay(string gate)
    {
        gates.Note($"{gate} in");
        await gates.Arrive(gate);
        gates.Note($"{gate} out");
    }
}
