using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Accounts;

/// <summary>What an accounts grain keeps.</summary>
public sealed record AccountsState : StoredRecord
{
    public ImmutableArray<User> Users { get; init; } = [];

    public ImmutableArray<AccessKey> Keys { get; init; } = [];

    /// <summary>Of the board: counts what changed who can act for an account. Whoever approves must have had their account when the proposal was made.</summary>
    public int Revision { get; init; }

    /// <summary>Of the board: what waits for a second operator.</summary>
    public ImmutableArray<BoardChange> Changes { get; init; } = [];

    public int ChangesProposed { get; init; }
}
