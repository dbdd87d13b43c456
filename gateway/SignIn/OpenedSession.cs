namespace ResultsGrid.Gateway.SignIn;

/// <param name="Token">Send it as Authorization: Bearer. Shown this once.</param>
public sealed record OpenedSession(string Token, DateTimeOffset ExpiresAt, SessionUser User);
