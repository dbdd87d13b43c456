using Orleans.Concurrency;

namespace ResultsGrid.Tests.Hosting.Desk;

/// <summary>An examinations office's desk: the grain by which the tests ask what the service's state and calls promise.</summary>
[Alias("IDeskGrain")]
public interface IDeskGrain : IGrainWithStringKey
{
    [Alias("Add")]
    Task<int> Add(int entries);

    [ReadOnly, Alias("GetEntries")]
    Task<int> GetEntries();

    /// <summary>Keeps the desk busy until the gate of this name opens.</summary>
    [Alias("Write")]
    Task Write(string gate);

    /// <summary>Also beside a write that is under way.</summary>
    [AlwaysInterleave, Alias("PeekEntries")]
    Task<int> PeekEntries();

    /// <summary>The same number as long as the same instance answers.</summary>
    [ReadOnly, Alias("GetInstance")]
    Task<int> GetInstance();

    /// <summary>Calls another desk, which calls this one back while it waits.</summary>
    [ReadOnly, Alias("AskThrough")]
    Task<int> AskThrough(string otherDesk);

    [ReadOnly, Alias("GetEntriesOf")]
    Task<int> GetEntriesOf(string otherDesk);

    [Alias("Keep")]
    Task<DeskNote> Keep(DeskNote note);

    /// <summary>Sets the state past <see cref="Grains.Hosting.PersistentStateExtensions.Commit"/>, as no grain may.</summary>
    [Alias("SetPastCommit")]
    Task SetPastCommit(int entries);
}
