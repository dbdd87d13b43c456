using ResultsGrid.Grains.Release;

namespace ResultsGrid.Gateway.Accounts;

/// <param name="Title">What the key is for, for example the system that uses it.</param>
/// <param name="Role">The key reads what this role reads.</param>
public sealed record NewKey(string Title, Role Role);
