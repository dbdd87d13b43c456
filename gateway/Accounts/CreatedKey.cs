namespace ResultsGrid.Gateway.Accounts;

/// <param name="Secret">The access key as it is sent: Authorization: Bearer. Shown this once.</param>
public sealed record CreatedKey(ShownKey Key, string Secret);
