using ResultsGrid.Storage.Local.State;
using ResultsGrid.Tests.Gateway;

namespace ResultsGrid.Tests.Histories;

/// <summary>A state store that lets the clients of a history move exactly around the writes that matter: nothing interleaves by luck alone.</summary>
public sealed class PacedStore : IStateStore
{
    private readonly ForgetfulStore rows = new();

    public Func<StateKey, Task> BeforeWrite { get; set; } = _ => Task.CompletedTask;

    public Func<StateKey, Task> AfterWrite { get; set; } = _ => Task.CompletedTask;

    public Task<StateRow?> Read(StateKey key) => rows.Read(key);

    public async Task<long> Write(StateKey key, long? etag, byte[]? json)
    {
        await BeforeWrite(key);
        var written = await rows.Write(key, etag, json);
        await AfterWrite(key);
        return written;
    }
}
