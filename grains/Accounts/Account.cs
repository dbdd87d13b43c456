using ResultsGrid.Grains.Release;

namespace ResultsGrid.Grains.Accounts;

/// <summary>A user as others may see them: without the password's hash.</summary>
public sealed record Account(UserName Name, string FullName, IReadOnlyList<Role> Roles, bool Disabled);
