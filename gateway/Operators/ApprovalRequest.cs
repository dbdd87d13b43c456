namespace ResultsGrid.Gateway.Operators;

/// <param name="Proposal">The number of the proposal that was looked at; without it, whichever waits.</param>
public sealed record ApprovalRequest(int? Proposal);
