using ResultsGrid.Exchange.Identifiers;

namespace ResultsGrid.Grains.Release;

/// <summary>Whoever asks: a person or an access key.</summary>
/// <param name="Centre">The centre they belong to; null for the board's operators and for nobody in particular.</param>
public sealed record Reader(CentreNumber? Centre, IReadOnlyList<Role> Roles)
{
    // Looked at on every request: a list's items would be one more place in memory.
    private readonly int held = Roles.Where(Enum.IsDefined).Aggregate(0, (held, role) => held | Bit(role));

    /// <remarks>Not to be changed by itself: <see cref="Has"/> goes by what was given first.</remarks>
    public IReadOnlyList<Role> Roles { get; } = Roles;

    /// <summary>Somebody who has not signed in.</summary>
    public static Reader Public { get; } = new(null, []);

    public bool Has(Role role) => (held & Bit(role)) != 0;

    private static int Bit(Role role) => 1 << (int)role;
}
