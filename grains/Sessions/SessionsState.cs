namespace ResultsGrid.Grains.Sessions;

/// <summary>What a sessions grain keeps.</summary>
public sealed record SessionsState
{
    public IReadOnlyList<Session> Open { get; init; } = [];

    /// <summary>Wrong passwords in a row, by user name.</summary>
    public IReadOnlyDictionary<string, int> WrongPasswords { get; init; } = new Dictionary<string, int>();
}
