using Orleans.Concurrency;

namespace ResultsGrid.Tests.Hosting.Desk;

/// <summary>An examinations office's desk: the grain that the host suite works with.</summary>
public interface IDeskGrain : IGrainWithStringKey
{
    Task<int> Add(int entries);

    [ReadOnly]
    Task<int> GetEntries();

    /// <summary>Keeps the desk busy until the gate of this name opens.</summary>
    Task Write(string gate);

    [ReadOnly]
    Task Read(string gate);

    [AlwaysInterleave]
    Task Glance(string gate);

    /// <summary>Also beside a write that is under way.</summary>
    [AlwaysInterleave]
    Task<int> PeekEntries();

    /// <summary>Takes many turns, and says how often it found another inside one of its own.</summary>
    [AlwaysInterleave]
    Task<int> TakeTurns(int count);

    /// <summary>The same number as long as the same instance answers.</summary>
    [ReadOnly]
    Task<int> GetInstance();

    Task Leave(string gate);

    Task Refuse(string reason);

    Task<int> AddAt(string otherDesk, int entries);

    /// <summary>Calls another desk, which calls this one back while it waits.</summary>
    [ReadOnly]
    Task<int> AskThrough(string otherDesk);

    [ReadOnly]
    Task<int> GetEntriesOf(string otherDesk);

    Task<DeskNote> Keep(DeskNote note);
}
