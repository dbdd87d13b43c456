namespace ResultsGrid.Gateway.SignIn;

/// <param name="Old">The password until now.</param>
/// <param name="New">12 to 200 characters.</param>
public sealed record PasswordChange(string Old, string New);
