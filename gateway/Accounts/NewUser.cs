using ResultsGrid.Grains.Release;

namespace ResultsGrid.Gateway.Accounts;

/// <param name="User">The name behind the centre's number: officer becomes 10101.officer.</param>
/// <param name="Name">The person's name.</param>
public sealed record NewUser(string User, string Name, IReadOnlyList<Role> Roles);
