using ResultsGrid.Exchange.Identifiers;

namespace ResultsGrid.Grains.Release;

/// <summary>Whoever asks: a person or an access key.</summary>
/// <param name="Centre">The centre they belong to; null for the board's operators and for nobody in particular.</param>
public sealed record Reader(CentreNumber? Centre, IReadOnlyList<Role> Roles)
{
    /// <summary>Somebody who has not signed in.</summary>
    public static Reader Public { get; } = new(null, []);
}
