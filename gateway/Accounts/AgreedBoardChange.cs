namespace ResultsGrid.Gateway.Accounts;

/// <param name="PasswordPart">Of a new password, for its owner: the proposer's half, or the approver's, which follows it. Shown this once; null where the change makes no password.</param>
public sealed record AgreedBoardChange(ShownBoardChange Change, string? PasswordPart);
