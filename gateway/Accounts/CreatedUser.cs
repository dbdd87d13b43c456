using ResultsGrid.Grains.Accounts;

namespace ResultsGrid.Gateway.Accounts;

/// <param name="Password">Random; shown this once.</param>
public sealed record CreatedUser(Account User, string Password);
