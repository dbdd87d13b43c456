namespace ResultsGrid.LoadTests.Nights.Clients;

/// <summary>A request that was answered, or broke off.</summary>
/// <param name="Outcome">The status, or what broke.</param>
/// <param name="IsServed">False for what a client has to ask again: nothing whole came, or 429, or 500 and above.</param>
/// <param name="Latency">From the moment at which the client meant to ask to the last byte.</param>
/// <param name="Bytes">Of the body as sent.</param>
public sealed record SeenRequest(RequestKind Kind, string Outcome, bool IsServed, TimeSpan Latency, long Bytes);
