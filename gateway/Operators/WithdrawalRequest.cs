namespace ResultsGrid.Gateway.Operators;

/// <param name="Reason">Told to everyone who asks for the document.</param>
public sealed record WithdrawalRequest(string Reason);
