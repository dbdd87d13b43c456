using ResultsGrid.Grains.Release;

namespace ResultsGrid.Grains.Accounts;

/// <summary>A person with an account.</summary>
/// <param name="PasswordHash">Salted and stretched; never leaves the accounts and the sign-in.</param>
/// <param name="Disabled">Can't sign in, and every session of theirs has ended.</param>
public sealed record User(UserName Name, string FullName, IReadOnlyList<Role> Roles, string PasswordHash, bool Disabled);
