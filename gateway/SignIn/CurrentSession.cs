namespace ResultsGrid.Gateway.SignIn;

/// <param name="ExpiresAt">Null for an access key.</param>
public sealed record CurrentSession(DateTimeOffset? ExpiresAt, SessionUser User);
