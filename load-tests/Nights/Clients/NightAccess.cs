using ResultsGrid.Exchange.Identifiers;

namespace ResultsGrid.LoadTests.Nights.Clients;

/// <summary>How one client gets in: by an access key, or by a user name with a password.</summary>
public sealed record NightAccess(CentreNumber Centre, string? Key, string? User, string? Password);
