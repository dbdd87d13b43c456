using ResultsGrid.Grains.Hosting;
using ResultsGrid.Storage.Local.State;

namespace ResultsGrid.Tests.Gateway;

/// <summary>A state store that fails for the rows that a test names.</summary>
public sealed class StubbornStore : IStateStore
{
    private readonly ForgetfulStore rows = new();

    public Func<StateKey, bool> Refuses { get; set; } = _ => false;

    public Func<StateKey, bool> RefusesWrites { get; set; } = _ => false;

    /// <summary>As where another activation wrote first.</summary>
    public Func<StateKey, bool> WasOvertaken { get; set; } = _ => false;

    public Task<StateRow?> Read(StateKey key) => Refuses(key) ? throw Fault(key) : rows.Read(key);

    public Task<long> Write(StateKey key, long? etag, byte[]? json) => Refuses(key) || RefusesWrites(key) ? throw Fault(key)
        : WasOvertaken(key) ? throw new StateConflictException($"{key} has another ETag.")
        : rows.Write(key, etag, json);

    private static IOException Fault(StateKey key) => new($"{key} lies on a bad sector.");
}
