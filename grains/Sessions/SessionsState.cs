using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Sessions;

/// <summary>What a sessions grain keeps.</summary>
public sealed record SessionsState : StoredRecord
{
    public ImmutableArray<Session> Open { get; init; } = [];

    /// <summary>Wrong passwords for names that nobody has, the latest last: counted like the others, so that nobody learns which names there are.</summary>
    public ImmutableArray<StrangersGuesses> Strangers { get; init; } = [];

    /// <summary>Wrong passwords in a row, by user name.</summary>
    public IReadOnlyDictionary<string, int> WrongPasswords { get; init; } = new Dictionary<string, int>();
}
