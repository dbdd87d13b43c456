namespace ResultsGrid.LoadTests.Nights.Clients;

/// <summary>One request to send.</summary>
/// <param name="Bytes">As they go out.</param>
/// <param name="KeepsBody">The answer's body is wanted, not its hash alone.</param>
/// <param name="BreaksOffAfter">Closes the connection once so many bytes of the body have come; null reads all.</param>
public sealed record NightRequest(RequestKind Kind, byte[] Bytes, bool IsHead = false, bool KeepsBody = false, long? BreaksOffAfter = null);
