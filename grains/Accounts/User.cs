using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Grains.Accounts;

/// <summary>A person with an account.</summary>
/// <param name="PasswordHash">Salted and stretched; never leaves the accounts and the sign-in.</param>
/// <param name="Disabled">Can't sign in, and every session of theirs has ended.</param>
[GenerateSerializer, Immutable, Alias("User")]
public sealed record User(
    [property: Id(0)] UserName Name,
    [property: Id(1)] string FullName,
    [property: Id(2)] ImmutableArray<Role> Roles,
    [property: Id(3)] string PasswordHash,
    [property: Id(4)] bool Disabled) : StoredRecord
{
    /// <summary>Of the board's accounts: the <see cref="AccountsState.Revision"/> in which this one was made, enabled, or given another password.</summary>
    [Id(5)]
    public int ChangedIn { get; init; }

    /// <summary>The centre can't enable a user whom the board disabled.</summary>
    [Id(6)]
    public bool DisabledByBoard { get; init; }

    /// <summary>When this operator was added by one person alone, at the service's machine; null for all others.</summary>
    [Id(7)]
    public DateTimeOffset? AddedInEmergency { get; init; }
}
