namespace ResultsGrid.Gateway.SignIn;

/// <param name="User">User name, for example 10101.officer.</param>
public sealed record Credentials(string User, string Password);
