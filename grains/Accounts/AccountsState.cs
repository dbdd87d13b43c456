using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Accounts;

/// <summary>What an accounts grain keeps.</summary>
public sealed record AccountsState : StoredRecord
{
    public ImmutableArray<User> Users { get; init; } = [];

    public ImmutableArray<AccessKey> Keys { get; init; } = [];
}
