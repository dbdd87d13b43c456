namespace ResultsGrid.Grains.Accounts;

/// <summary>What an accounts grain keeps.</summary>
public sealed record AccountsState
{
    public IReadOnlyList<User> Users { get; init; } = [];

    public IReadOnlyList<AccessKey> Keys { get; init; } = [];
}
